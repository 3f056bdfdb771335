import { defineSentences } from '#web/sentences.ts'

/** Words of the page of the whole site. */
export const portalSentences = defineSentences({
  ja: {
    title: 'つなぐ',
    description:
      '市民・団体・市が出会い、いっしょに決め、いっしょに動き、そこから学ぶための、市民活動と協働のサイトです。',
    hero: 'まちのことを、いっしょに。',
    lead: '団体をさがす、地域の課題を伝える、市に提案する。お住まいの市から始められます。',
    search: 'すべての市からさがす',
    chooseCity: '市をえらぶ',
    chooseCityLead:
      '市のページから、その市の団体・課題・募集・計画へ進めます。市の名前は、上の「すべての市からさがす」でもさがせます。',
    open: 'いま募集していること',
    openLead: 'どの市でも、締切の近いものから並べています。',
    openEmpty: 'いま募集しているものはありません',
    openEmptyHelp:
      '新しい募集が始まると、ここに出ます。市のページでは、これまでの募集と次の予定を見られます。',
    latest: 'あたらしい動き',
    what: 'つなぐとは',
    lines: {
      first: {
        title: '出会う',
        text: '団体の名簿、地域の課題、市のテーマ、募集を、だれでもひとつの窓口から見つけられます。',
      },
      second: {
        title: 'いっしょに決める',
        text: '提案から審査、協定まで、決まり・理由・日付がわかる形で進み、だれの番かがいつも見えます。',
      },
      third: {
        title: 'ふりかえり、次へ',
        text: '団体と市が同じ項目で評価し、違いを話し合い、結果を公開して、次の計画に生かします。',
      },
    },
    compareIndicators: '指標を市ごとに比べる',
    forCities: '自治体の方へ',
    forCitiesText:
      'つなぐは、どの市でも使えるように作られています。市の言葉、部署、様式、制度、審査の配点、計画は、すべて設定（データ）です。庁内の1台のパソコンでも、外につながらない網の中でも動きます。',
    forCitiesReadme: (file: string) => `始め方は、配布物に入っている ${file} をご覧ください。`,
    results: (q: string) => `「${q}」の検索結果`,
    found: (count: string, more: boolean) =>
      more ? `${count}件以上見つかりました` : `${count}件見つかりました`,
    foundMore:
      'よく合うもの、新しいものから並べています。言葉を足すか、市のページでさがすと、ほかのものも見つかります。',
    foundCities: '市',
    nothing: '見つかりませんでした',
    nothingHelp:
      '言葉を短くする、ひらがなにする、別の言い方にする、のどれかを試してください。市のページからさがすこともできます。',
    didYouMean: 'もしかして：',
    aloneNothing: (word: string) => `「${word}」をふくむものはありません。`,
    aloneFound: (word: string) => `「${word}」だけでさがす`,
    parted: (typed: string, parts: string) =>
      `「${typed}」と続けて書いたものはなかったので、${parts}に分けてさがしました。`,
    back: '検索をやめて、はじめにもどる',
    prefectures: '都道府県からさがす',
    cityCount: (count: number) => `${count}市`,
    allPrefectures: 'すべての都道府県',
    inPrefecture: (name: string) => `${name}の市`,
  },
  en: {
    title: 'Tsunagu',
    description:
      'Where residents, groups and the city meet, decide together, act together and learn from it: civic activity and collaboration.',
    hero: 'Our town, together.',
    lead: 'Find a group, raise a local issue, propose a project to the city. It starts with the city you live in.',
    search: 'Search all cities',
    chooseCity: 'Choose a city',
    chooseCityLead:
      'From its page you reach the groups, issues, calls and plans of that city. The search above finds cities by name, too.',
    open: 'Open for application now',
    openLead: 'In all cities, those that close first come first.',
    openEmpty: 'Nothing is open at the moment',
    openEmptyHelp:
      'New calls appear here. The pages of the cities show past calls and what comes next.',
    latest: 'What is new',
    what: 'What Tsunagu is',
    lines: {
      first: {
        title: 'Meet',
        text: 'Groups, local issues, themes of the city and open calls: everyone finds them in one place.',
      },
      second: {
        title: 'Decide together',
        text: 'From proposal to review and agreement: rules, reasons and dates are known, and whose turn it is.',
      },
      third: {
        title: 'Look back, go on',
        text: 'Group and city evaluate the same points, talk about the differences, publish the result and plan anew.',
      },
    },
    compareIndicators: 'Compare indicators across cities',
    forCities: 'For cities',
    forCitiesText:
      'Tsunagu is made for any city: its words, departments, forms, schemes, rubrics and plans are all data. It runs on a single computer in the town hall, also in a network without a way out.',
    forCitiesReadme: (file: string) =>
      `How to begin stands in ${file}, which comes with the product.`,
    results: (q: string) => `Results for “${q}”`,
    found: (count: string, more: boolean) => (more ? `at least ${count} found` : `${count} found`),
    foundMore:
      'What fits best and is newest comes first. Add a word, or search on the page of a city, to find the others.',
    foundCities: 'Cities',
    nothing: 'Nothing was found',
    nothingHelp: 'Try fewer letters, another word, or look on the page of a city.',
    didYouMean: 'Did you mean:',
    aloneNothing: (word: string) => `Nothing holds “${word}”.`,
    aloneFound: (word: string) => `Search for “${word}” alone`,
    parted: (typed: string, parts: string) =>
      `Nothing holds “${typed}” as one, so it was looked for in parts: ${parts}.`,
    back: 'Back to the start',
    prefectures: 'By prefecture',
    cityCount: (count: number) => `${count} ${count === 1 ? 'city' : 'cities'}`,
    allPrefectures: 'All prefectures',
    inPrefecture: (name: string) => `Cities in ${name}`,
  },
})

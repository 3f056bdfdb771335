import { defineSentences } from '#web/sentences.ts'
import type { LineProblem } from './synonym-list.ts'

/** Words of the page where the office keeps the list of synonyms. */
export const synonymSentences = defineSentences({
  ja: {
    title: '検索の同義語',
    lead: '同じ意味で使われる言葉を登録すると、どの言葉でさがしても見つかります。保存すると、すぐに検索に効きます。',
    label: '同義語の一覧',
    hint: '1行に1組ずつ、「、」で区切って書きます。例：高齢者、シニア、お年寄り。ひらがな・カタカナ、全角・半角、「子ども・子供」のような書き方のちがいは、書かなくても同じに扱います。',
    save: '保存する',
    saved: '同義語の一覧を保存しました',
    restored: '最初の一覧に戻しました',
    isDefault:
      '今は、最初から入っている一覧を使っています。変えて保存すると、この市の一覧になります。',
    isOwn: (when: string) => `この市の一覧を使っています（${when}に変更）。`,
    missing: (count: string) => `最初の一覧にあって、この市の一覧にない組（${count}組）`,
    restore: '最初の一覧に戻す',
    restoreText: 'この市で変えた内容はなくなります。',
    clash: 'ほかの人が、先にこの一覧を変えました',
    clashText:
      '下の枠には、あなたの書いた内容が残っています。先に保存された一覧を見くらべて直し、もう一度保存してください。',
    theirs: '先に保存された一覧',
    tryTitle: '確かめる',
    tryText: '保存したあと、実際にさがして確かめられます。',
    try: '検索のページを開く',
    problem: ({ line, kind, text }: LineProblem) =>
      ({
        alone: `${line}行目「${text}」は言葉が1つだけです。同じ意味の言葉を「、」で区切って足すか、行を消してください。`,
        many: `${line}行目は言葉が多すぎます。1組は12語までです。2行に分けてください。`,
        long: `${line}行目の「${text}」は長すぎます。1語は40字までです。`,
        whole: `${text}組あります。300組までにしてください。`,
      })[kind],
  },
  en: {
    title: 'Synonyms of the search',
    lead: 'Words that mean the same find the same things. A change takes effect at once.',
    label: 'List of synonyms',
    hint: 'One group on each line, words parted by a comma. Width, kana and mere spellings are taken care of already.',
    save: 'Save',
    saved: 'The list of synonyms was saved',
    restored: 'The original list holds again',
    isDefault: 'The product’s own list holds now. Once changed, it is the list of this city.',
    isOwn: (when: string) => `The city’s own list holds (changed ${when}).`,
    missing: (count: string) =>
      `Groups of the original list that this one does not have (${count})`,
    restore: 'Go back to the original list',
    restoreText: 'What was changed for this city will be gone.',
    clash: 'Somebody else has changed this list in the meantime',
    clashText:
      'What you wrote is still in the box below. Please compare it with the list that was saved first, and save again.',
    theirs: 'The list that was saved first',
    tryTitle: 'Try it',
    tryText: 'After saving you can search and see.',
    try: 'Open the search',
    problem: ({ line, kind, text }: LineProblem) =>
      ({
        alone: `Line ${line} (${text}) holds one word only. Add another after a comma, or remove the line.`,
        many: `Line ${line} holds too many words: 12 are the most. Please make two lines of it.`,
        long: `“${text}” in line ${line} is too long: 40 letters are the most.`,
        whole: `There are ${text} groups; 300 are the most.`,
      })[kind],
  },
})

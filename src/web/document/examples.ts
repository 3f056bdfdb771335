import type { Agreement } from './agreement.ts'
import type { RegistrationCard } from './card.ts'
import type { OfficialDocument } from './compose.ts'
import type { DecisionLetter } from './letter.ts'
import type { Sheet } from './sheet.ts'

/** Invented documents of every kind, for tests and for looking at the layout. */
const sender = { position: '見本市長', name: '見本　一郎', sealOmitted: true }
const enquiry = {
  office: '見本市 市民協働部 地域のつながり課 協働推進担当',
  address: '〒000-0000 見本市本町1丁目2番3号',
  phone: '000-000-0000（直通）',
  fax: '000-000-0001',
  email: 'kyodo@city.example.jp',
}

export const letter: DecisionLetter = {
  kind: 'letter',
  lang: 'ja',
  city: '見本市',
  title: '令和9年度市民提案型協働事業の採択について（通知）',
  date: '2026-11-20',
  number: '見協第123号',
  addressee: {
    organisation: '特定非営利活動法人 海辺のまちづくり',
    position: '代表',
    name: '髙﨑　𠮷子',
  },
  sender,
  body: '　令和8年9月30日付けで提案のありました下記の事業について、見本市協働事業審査会の審査結果を踏まえ、見本市市民提案型協働事業実施要綱第8条の規定により採択することに決定しましたので、通知します。\n\nつきましては、令和8年12月18日（金）までに、担当課と協議の上、協働事業計画書を提出してください。',
  particulars: [
    { label: '事業名', value: '海辺の見守りと清掃を結ぶ「なぎさ日曜クラブ」' },
    { label: '提案者', value: '特定非営利活動法人 海辺のまちづくり' },
    { label: '協働する課', value: '環境部 ごみ減量課、都市整備部 海浜課' },
    { label: '実施期間', value: '令和9年4月1日から令和10年3月31日まで' },
    { label: '市負担額', value: '450,000円（上限）' },
    { label: '審査結果', value: '採択（100点満点中 82.5点・11件中2位）' },
  ],
  conditions: [
    '実施に当たり、海岸を管理する神奈川県の許可を受けること。',
    '参加者全員が加入する保険の証書の写しを、事業開始の10日前までに提出すること。',
    '中間ふりかえりを令和9年9月末日までに担当課と合同で行うこと。',
  ],
  reasons: [
    '地域の課題が調査に基づいて示され、市と団体の役割分担が具体的である。費用の見積りに根拠があり、事業終了後の継続の見通しも示されている。',
  ],
  instruction:
    'この決定に不服がある場合は、この決定があったことを知った日の翌日から起算して3か月以内に、見本市長に対して審査請求をすることができます。',
  enquiry,
}

export const letterInEnglish: DecisionLetter = {
  kind: 'letter',
  lang: 'en',
  city: 'Mihon City',
  title: 'Selection of your proposal for the joint programme of fiscal year 2027',
  date: '2026-11-20',
  number: 'Mihon-kyo No. 123',
  addressee: {
    organisation: 'NPO Umibe no Machizukuri',
    position: 'Representative',
    name: 'Yoshiko Takasaki',
  },
  sender: { position: 'Mayor of Mihon', name: 'Ichiro Mihon', sealOmitted: true },
  body: 'Following the review by the Joint Projects Committee, the City has decided to select the proposal named below, which you submitted on 30 September 2026, under article 8 of the rules of the programme.\n\nPlease hand in the joint project plan, agreed with the departments in charge, by Friday 18 December 2026.',
  particulars: [
    { label: 'Project', value: 'Nagisa Sunday Club: watching over and cleaning the shore' },
    { label: 'Departments', value: 'Waste Reduction Division; Coast Division' },
    { label: 'Period', value: '1 April 2027 to 31 March 2028' },
    { label: 'City’s share', value: '¥450,000 at most' },
    { label: 'Result', value: 'Selected (82.5 of 100 points, second of 11)' },
  ],
  conditions: [
    'The prefecture’s permission to use the shore is obtained before the project begins.',
    'A copy of the insurance policy that covers all participants is handed in ten days before the start.',
  ],
  reasons: [
    'The need is shown by a survey, and what the City and the group each do is set out in detail.',
  ],
  instruction:
    'You may ask the Mayor to review this decision within three months of the day after you learned of it.',
  enquiry: {
    office: 'Community Ties Division, Mihon City',
    phone: '+81-00-000-0000',
    email: 'kyodo@city.example.jp',
  },
}

export const card: RegistrationCard = {
  kind: 'card',
  lang: 'ja',
  city: '見本市',
  title: '市民活動団体登録票',
  date: '2026-04-01',
  number: '見協第7号',
  group: { name: '海辺のまちづくり 𠮷野川の会', reading: 'ウミベノマチヅクリ ヨシノガワノカイ' },
  registration: { number: '第0384号', on: '2026-04-01', until: '2029-03-31' },
  statement: '次のとおり、見本市市民活動団体登録要綱第5条の規定により登録したことを証します。',
  rows: [
    { label: '代表者', value: '髙﨑 𠮷子' },
    { label: '活動分野', value: 'まちづくりの推進、環境の保全、子どもの健全育成' },
    { label: '組織形態', value: '特定非営利活動法人' },
    { label: '設立年月', value: '平成15年（2003年）6月' },
    { label: '会員数', value: '42人（うち市内在住・在勤・在学 36人）' },
    {
      label: '活動の目的及び内容',
      value:
        '海岸と川の清掃、子どもの自然観察会、海辺の見守りを通じて、世代をこえて支え合うまちをつくる。\n毎月第1日曜日に定例の清掃を行い、年2回の公開講座を開く。',
    },
    { label: '公開する連絡先', value: '000-000-0002（平日 10時～16時）' },
  ],
  sender: { ...sender, sealOmitted: true },
  blocks: [
    {
      kind: 'note',
      text: '登録の内容に変更があったときは、30日以内に市民活動センターへ届け出てください。',
    },
  ],
  enquiry,
}

export const agreement: Agreement = {
  kind: 'agreement',
  lang: 'ja',
  city: '見本市',
  title: '協働事業に関する協定書',
  date: '2027-03-25',
  number: '見協第245号',
  parties: [
    { name: '特定非営利活動法人 海辺のまちづくり', calledAs: '甲' },
    { name: '見本市', calledAs: '乙' },
  ],
  project: '海辺の見守りと清掃を結ぶ「なぎさ日曜クラブ」',
  articles: [
    {
      title: '目的',
      clauses: [
        {
          text: 'この協定は、甲と乙が対等な立場で本事業を行うに当たり、目的、役割分担、経費の負担その他必要な事項を定める。',
        },
      ],
    },
    {
      title: '協働の原則',
      clauses: [
        {
          text: '甲と乙は、互いの特性を理解し、次に掲げる原則を守る。',
          items: [
            '目的を共有し、対等な立場で話し合うこと。',
            '互いの自主性及び自立性を尊重すること。',
            '経過及び成果を公開すること。',
          ],
        },
        { text: '甲と乙は、前項の原則に照らし、少なくとも年1回、協働の進め方を共にふりかえる。' },
      ],
    },
    {
      title: '有効期間',
      clauses: [{ text: 'この協定の有効期間は、令和9年4月1日から令和10年3月31日までとする。' }],
    },
    {
      title: '役割分担',
      clauses: [{ text: '甲と乙の役割は、次の表のとおりとする。' }],
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: '事項', width: 2 },
            { label: '甲の役割', width: 4 },
            { label: '乙の役割', width: 4 },
          ],
          rows: [
            [
              '企画・運営',
              '年間計画の作成、当日の運営、ボランティアの募集及び受付',
              '計画への助言、関係機関との調整',
            ],
            ['広報', 'ちらし及び団体ホームページの作成', '広報紙及び市公式サイトへの掲載'],
            ['安全', '当日の安全管理、保険への加入', '海岸使用の手続、緊急時の連絡体制の整備'],
            ['ごみの処理', '分別及び集積場所への運搬', '収集及び処分'],
          ],
        },
      ],
    },
    {
      title: '経費の負担',
      clauses: [
        { text: '本事業に要する経費及び負担は、次の表のとおりとする。' },
        { text: '乙は、甲の請求により、前項の乙の負担額を概算払により支払うことができる。' },
      ],
      blocks: [
        {
          kind: 'table',
          caption: '経費の内訳（令和9年度）',
          columns: [
            { label: '費目', width: 4 },
            { label: '総額', width: 2, unit: 'yen' },
            { label: '甲の負担', width: 2, unit: 'yen' },
            { label: '乙の負担', width: 2, unit: 'yen' },
          ],
          rows: [
            ['消耗品費', 180000, 60000, 120000],
            ['印刷製本費', 95000, 15000, 80000],
            ['保険料', 50000, 0, 50000],
            ['講師謝礼', 240000, 40000, 200000],
          ],
          total: ['合計', 565000, 115000, 450000],
        },
      ],
    },
    {
      title: '情報の共有',
      clauses: [{ text: '甲と乙は、毎月1回の定例会を開き、進み具合と課題を共有する。' }],
    },
    {
      title: '個人情報の取扱い',
      clauses: [
        {
          text: '甲は、本事業で知り得た個人情報を、本事業の目的以外に用いてはならない。この協定が終わった後も、同様とする。',
        },
      ],
    },
    {
      title: '変更及び解除',
      clauses: [
        {
          text: '甲又は乙は、やむを得ない事情があるときは、相手方と協議の上、この協定を変更し、又は解除することができる。',
        },
      ],
    },
    {
      title: '評価への協力',
      clauses: [
        { text: '甲と乙は、同じ項目により自己評価を行い、その違いを話し合い、結果を公表する。' },
      ],
    },
    {
      title: '協議',
      clauses: [
        { text: 'この協定に定めのない事項及び疑義が生じた事項は、甲と乙が協議して定める。' },
      ],
    },
  ],
  closing:
    'この協定の成立を証するため、甲と乙は、本文を確認した上で次のとおり署名し、それぞれその電磁的記録を保有する。',
  signatures: [
    {
      side: '甲',
      organisation: '特定非営利活動法人 海辺のまちづくり',
      position: '代表',
      name: '髙﨑　𠮷子',
      signed: {
        at: '2027-03-25T05:03:09Z',
        method: '電子署名（本人のアカウントと認証アプリで確認し、全文を表示した画面で同意）',
        textSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
    { side: '乙', organisation: '見本市', position: '市長', name: '見本　一郎' },
  ],
  appendices: [
    {
      title: '年間の予定',
      blocks: [
        { kind: 'list', items: ['4月　開始の集い', '9月　中間ふりかえり', '3月　成果報告会'] },
      ],
    },
  ],
}

export const agreementInEnglish: Agreement = {
  kind: 'agreement',
  lang: 'en',
  city: 'Mihon City',
  title: 'Joint project agreement',
  date: '2027-03-25',
  number: 'Mihon-kyo No. 245',
  parties: [
    { name: 'NPO Umibe no Machizukuri', calledAs: 'the Group' },
    { name: 'Mihon City', calledAs: 'the City' },
  ],
  project: 'Nagisa Sunday Club',
  articles: [
    {
      title: 'Purpose',
      clauses: [
        {
          text: 'This agreement sets out the purpose of the Project, who does what, who bears which costs, and what else the two sides need to carry it out as equals.',
        },
      ],
    },
    {
      title: 'Principles',
      clauses: [
        {
          text: 'The Group and the City keep to these principles:',
          items: [
            'they share the purpose and talk as equals;',
            'they respect each other’s independence;',
            'they publish what was done and what came of it.',
          ],
        },
        { text: 'Once a year at least they look back together at how they work.' },
      ],
    },
    {
      title: 'Costs',
      clauses: [{ text: 'The costs are borne as the table shows.' }],
      blocks: [
        {
          kind: 'table',
          caption: 'Costs in fiscal year 2027',
          columns: [
            { label: 'Item', width: 4 },
            { label: 'Total', width: 2, unit: 'yen' },
            { label: 'Group', width: 2, unit: 'yen' },
            { label: 'City', width: 2, unit: 'yen' },
          ],
          rows: [
            ['Supplies', 180000, 60000, 120000],
            ['Printing', 95000, 15000, 80000],
          ],
          total: ['Total', 275000, 75000, 200000],
        },
      ],
    },
  ],
  closing:
    'In witness of this agreement each side has read the text, signs below and keeps the electronic record.',
  signatures: [
    {
      side: 'The Group',
      organisation: 'NPO Umibe no Machizukuri',
      position: 'Representative',
      name: 'Yoshiko Takasaki',
      signed: {
        at: '2027-03-25T05:03:09Z',
        method:
          'Electronically, with the person’s account and authenticator, on the page that showed the whole text',
        textSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
    {
      side: 'The City',
      organisation: 'Mihon City',
      position: 'Mayor',
      name: 'Ichiro Mihon',
      signed: {
        at: '2027-03-25T07:41:00Z',
        method: 'Electronically, with the City’s staff account',
        textSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    },
  ],
}

const longText =
  '毎月第1日曜日の朝、子どもから高齢者までが集まり、海岸の清掃と見守りを行った。参加者は延べ1,284人で、計画の1,000人を上回った。一方、夏の高温のため7月と8月は開始を1時間早めたところ、学生の参加が減った。次年度は、学校の予定に合わせた回を設けることを担当課と確認した。'

export const sheet: Sheet = {
  kind: 'sheet',
  lang: 'ja',
  city: '見本市',
  title: '協働事業実績報告書',
  date: '2028-04-14',
  number: '受付 R10-0031',
  formNumber: '様式第9号（第14条関係）',
  subtitle: '海辺の見守りと清掃を結ぶ「なぎさ日曜クラブ」（令和9年度）',
  blocks: [
    {
      kind: 'rows',
      rows: [
        { label: '団体名', value: '特定非営利活動法人 海辺のまちづくり' },
        { label: '代表者', value: '代表　髙﨑　𠮷子' },
        { label: '協働した課', value: '環境部 ごみ減量課、都市整備部 海浜課' },
        { label: '実施期間', value: '令和9年4月1日から令和10年3月31日まで' },
      ],
    },
  ],
  sections: [
    {
      title: '1　事業の経過',
      blocks: [
        { kind: 'paragraph', text: `${longText}\n\n${longText}` },
        { kind: 'heading', level: 2, text: '主な取組' },
        {
          kind: 'list',
          items: ['定例の清掃　12回', '自然観察会　4回（親子 延べ96組）', '海辺の見守り講座　2回'],
          ordered: true,
        },
      ],
    },
    {
      title: '2　役割分担と実績',
      blocks: [
        {
          kind: 'rows',
          rows: [
            { label: '団体が担ったこと', value: longText },
            {
              label: '市が担ったこと',
              value:
                '関係機関との調整、広報紙への掲載（6回）、ごみの収集及び処分\nURL https://www.city.example.jp/kurashi/kyodo/2027/nagisa-sunday-club/report/index.html?from=pdf&lang=ja',
            },
            { label: '当初の計画と異なった点及びその理由', value: '7月と8月の開始時刻を早めた。' },
          ],
        },
      ],
    },
    {
      title: '3　収支決算',
      blocks: [
        {
          kind: 'table',
          caption: '支出',
          columns: [
            { label: '費目', width: 3 },
            { label: '予算額', width: 2, unit: 'yen' },
            { label: '決算額', width: 2, unit: 'yen' },
            { label: '差額', width: 2, unit: 'yen' },
            { label: '説明', width: 4 },
          ],
          rows: [
            ['消耗品費', 180000, 171240, -8760, 'ごみ袋、軍手、救命具'],
            ['印刷製本費', 95000, 102300, 7300, 'ちらし3種 各2,000部'],
            ['保険料', 50000, 50000, 0, '行事保険 12回'],
            ['講師謝礼', 240000, 220000, -20000, '講師8人'],
          ],
          total: ['合計', 565000, 543540, -21460, ''],
        },
        { kind: 'note', text: '金額は税込みです。領収書の写しは別に保存しています。' },
      ],
    },
    {
      title: '4　参加者の推移',
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: '月', width: 1, align: 'center' },
            { label: '参加者（人）', width: 1 },
            { label: '集めたごみ（kg）', width: 1 },
            { label: '天候・特記', width: 3 },
          ],
          rows: Array.from({ length: 24 }, (_, at) => [
            `${(at % 12) + 1}月`,
            80 + ((at * 37) % 60),
            120.5 + at,
            at % 3 === 0 ? '晴れ' : '曇り、風やや強し',
          ]),
        },
      ],
    },
    {
      title: '5　協働の評価',
      blocks: [
        { kind: 'paragraph', text: longText },
        { kind: 'paragraph', text: longText },
      ],
    },
  ],
}

export const sheetInEnglish: Sheet = {
  kind: 'sheet',
  lang: 'en',
  city: 'Mihon City',
  title: 'Report on a joint project',
  date: '2028-04-14',
  number: 'Receipt R10-0031',
  formNumber: 'Form 9 (article 14)',
  subtitle: 'Nagisa Sunday Club, fiscal year 2027',
  blocks: [
    {
      kind: 'rows',
      rows: [
        { label: 'Group', value: 'NPO Umibe no Machizukuri (海辺のまちづくり)' },
        { label: 'Representative', value: 'Yoshiko Takasaki (髙﨑 𠮷子)' },
        { label: 'Departments that took part', value: 'Waste Reduction Division; Coast Division' },
      ],
    },
  ],
  sections: [
    {
      title: '1. What was done',
      blocks: [
        {
          kind: 'paragraph',
          text: 'On the first Sunday of each month children, students and older people met to clean the shore and to watch over swimmers. 1,284 people took part over the year against the 1,000 that were planned. In July and August the start was moved one hour forward because of the heat, and fewer students came.',
        },
        {
          kind: 'list',
          items: [
            'Twelve cleaning mornings',
            'Four nature walks for families',
            'Two courses in water safety',
          ],
        },
      ],
    },
    {
      title: '2. Accounts',
      blocks: [
        {
          kind: 'table',
          caption: 'Expenditure',
          columns: [
            { label: 'Item', width: 3 },
            { label: 'Budget', width: 2, unit: 'yen' },
            { label: 'Actual', width: 2, unit: 'yen' },
            { label: 'Difference', width: 2, unit: 'yen' },
          ],
          rows: [
            ['Supplies', 180000, 171240, -8760],
            ['Printing', 95000, 102300, 7300],
          ],
          total: ['Total', 275000, 273540, -1460],
        },
        { kind: 'note', text: 'Amounts include consumption tax.' },
      ],
    },
  ],
}

export const examples: Readonly<Record<string, OfficialDocument>> = {
  letter,
  letterInEnglish,
  card,
  agreement,
  agreementInEnglish,
  sheet,
  sheetInEnglish,
}

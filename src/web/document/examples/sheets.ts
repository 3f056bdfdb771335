import type { Sheet } from '../sheet.ts'

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

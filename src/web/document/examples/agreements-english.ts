import type { Agreement } from '../agreement.ts'

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

import type { RegistrationCard } from '../card.ts'
import { enquiry, sender } from './people.ts'

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

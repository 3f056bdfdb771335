import type { DecisionLetter } from '../letter.ts'
import { enquiry, sender } from './people.ts'

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

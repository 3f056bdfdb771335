import type { Enquiry, Sender } from '../people.ts'

/** Nobody: an invented mayor and office for the examples. */
export const sender: Sender = { position: '見本市長', name: '見本　一郎', sealOmitted: true }
export const enquiry: Enquiry = {
  office: '見本市 市民協働部 地域のつながり課 協働推進担当',
  address: '〒000-0000 見本市本町1丁目2番3号',
  phone: '000-000-0000（直通）',
  fax: '000-000-0001',
  email: 'kyodo@city.example.jp',
}

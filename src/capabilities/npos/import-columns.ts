import { type Bilingual, both } from '#kernel/bilingual.ts'
import {
  type CellReader,
  readCorporateNumber,
  readDate,
  readLine,
  readPostalCode,
  readText,
  readUrl,
} from '#kernel/tables/index.ts'
import { toKatakana } from '#kernel/text.ts'
import type { ImportColumn, ImportValue } from '#web/importer.ts'
import { lawFields } from './npo.ts'

const readKana: CellReader<ImportValue> = (cell) => {
  const reading = readLine(cell)
  if (!reading.ok) return reading
  const { value, remarks } = reading.value
  return { ok: true, value: { value: value && toKatakana(value), remarks } }
}

const column = (
  code: string,
  label: Bilingual,
  more: Pick<ImportColumn, 'names'> & Partial<ImportColumn>,
): ImportColumn => ({ code, kind: 'line', label, read: readLine, ...more })

const wide = (digits: number): string =>
  String(digits).replace(/\d/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0))

/** The columns of the portal's download (行政入力情報), and of lists that were made from it. */
export const columns: readonly ImportColumn[] = [
  column('name', both('法人名称', 'Name'), {
    names: ['法人名称', '法人名', '特定非営利活動法人の名称', '名称'],
    required: true,
  }),
  column('nameKana', both('法人名称カナ', 'Name in kana'), {
    names: ['法人名称カナ', '法人名称(フリガナ)', '法人名カナ'],
    read: readKana,
  }),
  column('authority', both('所轄庁', 'Authority'), { names: ['所轄庁'] }),
  column('delegated', both('権限移譲先市町村', 'Delegated to'), { names: ['権限移譲先市町村'] }),
  column('address', both('主たる事務所の所在地', 'Address'), {
    names: ['主たる事務所の所在地', '主たる事務所', '所在地'],
  }),
  column('postalCode', both('郵便番号', 'Postal code'), {
    names: ['主たる事業所の郵便番号', '主たる事務所の郵便番号', '郵便番号'],
    kind: 'postal-code',
    read: readPostalCode,
  }),
  column('representative', both('代表者氏名', 'Representative'), {
    names: ['代表者氏名', '代表者'],
  }),
  column('approvedOn', both('設立認証年月日', 'Approved on'), {
    names: ['法人設立認証年月日', '設立認証年月日', '認証年月日', '認証日'],
    kind: 'date',
    read: readDate,
  }),
  column('foundedOn', both('設立年月日', 'Founded on'), {
    names: ['設立年月日', '法人成立年月日', '設立登記年月日'],
    kind: 'date',
    read: readDate,
  }),
  column('purpose', both('定款に記載された目的', 'Purpose'), {
    names: ['定款に記載された目的', '目的'],
    kind: 'text',
    read: readText,
  }),
  ...lawFields.map((name, at) =>
    column(
      `field${at + 1}`,
      both(`活動分野${at + 1}（${name.ja}）`, `Field ${at + 1} (${name.en})`),
      {
        names: [`活動分野${at + 1}`, `活動分野${wide(at + 1)}`],
      },
    ),
  ),
  column('certified', both('認定', 'Certified'), {
    names: ['認定(認定・特例認定1)', '認定（認定・特例認定１）', '認定'],
  }),
  column('provisional', both('特例認定', 'Provisionally certified'), {
    names: ['認定(認定・特例認定2)', '認定（認定・特例認定２）', '特例認定'],
  }),
  column('certifiedUntil', both('認定満了日', 'Certified until'), {
    names: ['認定(認定満了日)', '認定（認定満了日）', '認定有効期間 至'],
    kind: 'date',
    read: readDate,
  }),
  column('supervision', both('監督情報', 'Supervision'), {
    names: ['監督情報'],
    kind: 'text',
    read: readText,
  }),
  column('dissolution', both('解散情報', 'Dissolution'), {
    names: ['解散情報'],
    kind: 'text',
    read: readText,
  }),
  column('url', both('法人情報URL', 'Page'), {
    names: ['法人情報URL'],
    kind: 'url',
    read: readUrl,
  }),
  column('corporateNumber', both('法人番号', 'Corporate number'), {
    names: ['法人番号'],
    kind: 'corporate-number',
    read: readCorporateNumber,
  }),
]

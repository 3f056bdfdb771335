import { both } from '#kernel/bilingual.ts'
import {
  readCode,
  readCorporateNumber,
  readLine,
  readMunicipalCode,
  readMunicipalCodeAmong,
  readPhone,
  readPostalCode,
  readText,
  readTime,
  readUrl,
  readWholeNumber,
} from '#kernel/tables/index.ts'
import { toKatakana } from '#kernel/text.ts'
import type { ImportColumn } from '#web/importer.ts'
import type { FacilityKind } from './facility.ts'
import { column, mapped, readKind } from './import-readers.ts'

/** Columns of 公共施設一覧 in both generations of the standard, and as cities call them themselves. */
export const importColumns = (kinds: readonly FacilityKind[]): readonly ImportColumn[] => [
  column('municipalCode', 'municipal-code', both('団体コード', 'Local government code'), {
    names: [
      '全国地方公共団体コード',
      '都道府県コード又は市区町村コード',
      '市区町村コード',
      '団体コード',
    ],
    read: readMunicipalCode,
    readAmong: readMunicipalCodeAmong,
  }),
  column('sourceId', 'code', both('元の一覧の番号', 'Number in the list'), {
    names: [
      'ID',
      'NO',
      '番号',
      '施設番号',
      '施設ID',
      '管理番号',
      '通し番号',
      'property',
      '項番',
      '整理番号',
    ],
    read: readCode(),
  }),
  column('name', 'line', both('名称', 'Name'), {
    names: [
      '名称',
      '施設名',
      '施設名称',
      '名前',
      'name',
      '公共施設名',
      '要配慮者利用施設名称',
      '施設の名称',
      '建物名称',
      '設置場所名称',
      'facilityname',
    ],
    required: true,
    read: readLine,
  }),
  column('nameKana', 'line', both('名称（カナ）', 'Name in kana'), {
    names: [
      '名称_カナ',
      '名称カナ',
      '名称(カナ)',
      'フリガナ',
      'ふりがな',
      '施設名カナ',
      '施設名_カナ',
      '施設名(カナ)',
      '名称_フリガナ',
      '名称フリガナ',
      '施設名フリガナ',
      'kana',
    ],
    read: mapped(readLine, toKatakana),
  }),
  column('nameEn', 'line', both('名称（英語）', 'Name in English'), {
    names: ['名称_英語', '名称_英字', '英語名', '英語名称'],
    read: readLine,
  }),
  column('nickname', 'line', both('通称', 'Nickname'), {
    names: ['名称_通称', '通称', '愛称'],
    read: readLine,
  }),
  column('kind', 'choice', both('種類', 'Kind'), {
    names: [
      '施設種別',
      '種別',
      '種類',
      '施設区分',
      '区分',
      '分類',
      '施設分類',
      '施設の種類',
      'カテゴリ',
      'category',
      'type',
      '施設種別コード',
    ],
    read: readKind(kinds),
  }),
  column('postalCode', 'postal-code', both('郵便番号', 'Postal code'), {
    names: ['郵便番号', '〒', 'postalcode', 'zip'],
    read: readPostalCode,
  }),
  column('address', 'line', both('所在地', 'Address'), {
    names: [
      '所在地_連結表記',
      '所在地_連結標記',
      '住所',
      '所在地',
      'address',
      '所在地住所',
      '施設所在地',
      '住所_連結表記',
      '所在地(住所)',
    ],
    read: readLine,
  }),
  column('prefecture', 'line', both('所在地（都道府県）', 'Address: prefecture'), {
    names: ['所在地_都道府県', '都道府県名', '都道府県'],
    read: readLine,
  }),
  column('town', 'line', both('所在地（市区町村）', 'Address: city'), {
    names: ['所在地_市区町村', '市区町村名', '市区町村'],
    read: readLine,
  }),
  column('district', 'line', both('所在地（町字）', 'Address: district'), {
    names: ['所在地_町字', '町字', '町名', '大字'],
    read: readLine,
  }),
  column('block', 'line', both('所在地（番地以下）', 'Address: number'), {
    names: ['所在地_番地以下', '番地以下', '番地'],
    read: readLine,
  }),
  column('building', 'line', both('方書（建物名など）', 'Building'), {
    names: ['建物名等(方書)', '方書', '建物名', '建物名等', '建物名・階数'],
    read: readLine,
  }),
  column('lot', 'line', both('地番', 'Lot number'), { names: ['地番'], read: readLine }),
  column('latitude', 'latitude', both('緯度', 'Latitude'), {
    names: ['緯度', 'latitude', 'lat', '北緯', '緯度(世界測地系)', 'y座標'],
  }),
  column('longitude', 'longitude', both('経度', 'Longitude'), {
    names: ['経度', 'longitude', 'lng', 'lon', 'long', '東経', '経度(世界測地系)', 'x座標'],
  }),
  column('phone', 'phone', both('電話番号', 'Telephone'), {
    names: [
      '電話番号',
      '電話',
      'TEL',
      '連絡先電話番号',
      'telephonenumber',
      '連絡先',
      'tel番号',
      'phone',
    ],
    read: mapped(readPhone, ({ printed }) => printed),
  }),
  column('extension', 'line', both('内線番号', 'Extension'), {
    names: ['内線番号', '内線', '連絡先内線番号'],
    read: readLine,
  }),
  column('days', 'line', both('利用できる曜日', 'Days'), {
    names: ['利用可能曜日', '開館日', '曜日', 'availabledate', '開所日'],
    read: readLine,
  }),
  column('opensAt', 'time', both('開始時間', 'Opens at'), {
    names: ['開始時間', '利用開始時間', 'starttime', '開館時間', '開始時刻'],
    read: readTime,
  }),
  column('closesAt', 'time', both('終了時間', 'Closes at'), {
    names: ['終了時間', '利用終了時間', 'endtime', '閉館時間', '終了時刻'],
    read: readTime,
  }),
  column('hours', 'text', both('利用日時の特記事項', 'Remarks on hours'), {
    names: [
      '利用可能日時特記事項',
      '利用可能時間特記事項',
      'availabledatenote',
      '休館日',
      '利用時間',
      '開館時間・休館日',
      '定休日',
    ],
    read: readText,
  }),
  column('description', 'text', both('説明', 'Description'), {
    names: ['説明', '概要', '施設の説明', '施設概要', 'description'],
    read: readText,
  }),
  column('accessibility', 'line', both('バリアフリー', 'Accessibility'), {
    names: ['バリアフリー情報', 'バリアフリー', 'バリアフリー設備'],
    read: readLine,
  }),
  column('url', 'url', both('ホームページ', 'Website'), {
    names: ['URL', 'ホームページ', 'HP', 'ウェブサイト', 'referenceobject', 'リンク', 'website'],
    read: readUrl,
  }),
  column('capacity', 'whole-number', both('定員', 'Capacity'), {
    names: ['定員', '収容人数', '収容人員', '想定収容人数'],
    read: readWholeNumber({ max: 1_000_000 }),
  }),
  column('corporateNumber', 'corporate-number', both('法人番号', 'Corporate number'), {
    names: ['法人番号'],
    read: readCorporateNumber,
  }),
  column('department', 'line', both('担当課・団体', 'In charge'), {
    names: [
      '団体名',
      '所管課',
      '担当課',
      '所管',
      '所管課名',
      '管理者',
      '担当部署',
      '所管部署',
      '管理担当課',
      '運営主体',
    ],
    read: readLine,
  }),
  column('note', 'text', both('備考', 'Note'), {
    names: ['備考', 'note', 'メモ', '特記事項', '設置位置'],
    read: readText,
  }),
]

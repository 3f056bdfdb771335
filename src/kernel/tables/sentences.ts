import { type Bilingual, both } from '../bilingual.ts'
import type { ProblemCode, RemarkCode } from './cell-reading.ts'
import type { NoticeKind } from './table.ts'

type Texts<Code extends string> = Readonly<Record<Code, Bilingual>>

/** Why a cell cannot be taken, and what to write instead. */
export const problemTexts: Texts<ProblemCode> = {
  empty: both('書かれていません。', 'Nothing is written.'),
  'spreadsheet-error': both(
    '表計算の式が失敗しています。値を入れてください。',
    'A formula failed here. Enter the value.',
  ),
  'unreadable-characters': both(
    '読めない文字があります。元のファイルを確かめてください。',
    'Some characters are lost. Check the original file.',
  ),
  exponent: both(
    '長い番号の一部が失われています（1.00E+12 など）。文字列として入れ直してください。',
    'Part of a long number is lost (such as 1.00E+12). Enter it again as text.',
  ),
  'not-a-number': both('数だけを書いてください。', 'Write a number only.'),
  negative: both('0以上の数を書いてください。', 'Write a number from 0.'),
  fraction: both('小数のない数を書いてください。', 'Write a whole number.'),
  'misplaced-comma': both('コンマの位置を確かめてください。', 'Check where the commas are.'),
  'too-large': both('数が大きすぎます。', 'The number is too large.'),
  'too-small': both('数が小さすぎます。', 'The number is too small.'),
  'scaled-unit': both(
    '千円・万などの単位を使わず、数を全部書いてください。',
    'Write the number in full, without thousands or ten thousands as a unit.',
  ),
  'not-yes-or-no': both('「有」か「無」で書いてください。', 'Write 有 (yes) or 無 (no).'),
  'not-a-date': both(
    '日付として読めません。2026-04-01 のように書いてください。',
    'This is not a date. Write it as 2026-04-01.',
  ),
  'no-year': both('年がありません。', 'The year is missing.'),
  'no-day': both('日がありません。', 'The day is missing.'),
  'no-era': both('年号がありません。', 'The era is missing.'),
  'no-such-day': both('その日はありません。', 'There is no such day.'),
  'outside-era': both('その年号にはない日です。', 'The day is outside that era.'),
  'old-calendar': both(
    '明治5年までの日は、暦がちがうため読めません。',
    'Days up to 1872 are of another calendar and cannot be read.',
  ),
  'years-differ': both('和暦と西暦の年が合いません。', 'The two years written do not agree.'),
  range: both('期間が書かれています。一つだけ書いてください。', 'This is a span. Write one only.'),
  'several-days': both(
    '日が二つ以上あります。一つだけ書いてください。',
    'There are several days. Write one only.',
  ),
  'not-a-time': both(
    '時刻として読めません。9:00 のように書いてください。',
    'This is not a time. Write it as 9:00.',
  ),
  'no-such-time': both('その時刻はありません。', 'There is no such time.'),
  'not-7-digits': both('郵便番号は7けたで書いてください。', 'Write a postal code of 7 digits.'),
  'not-a-phone-number': both('電話番号として読めません。', 'This is not a telephone number.'),
  'no-area-code': both('市外局番から書いてください。', 'Write the number with its area code.'),
  'wrong-length': both('けたの数がちがいます。', 'The number of digits is wrong.'),
  'several-numbers': both(
    '電話番号が二つ以上あります。一つだけ書いてください。',
    'There are several telephone numbers. Write one only.',
  ),
  'several-addresses': both(
    'アドレスが二つ以上あります。一つだけ書いてください。',
    'There are several addresses. Write one only.',
  ),
  'no-at-mark': both('メールアドレスに @ がありません。', 'The mail address has no @.'),
  'not-ascii': both(
    'メールアドレスは英数字で書いてください。',
    'Write the mail address in Latin letters.',
  ),
  'wrong-shape': both(
    'メールアドレスの形がちがいます。',
    'This is not the shape of a mail address.',
  ),
  'too-long': both('長すぎます。', 'It is too long.'),
  'not-a-web-address': both(
    'https:// で始まるアドレスを書いてください。',
    'Write an address that begins with https://.',
  ),
  'has-password': both(
    'アドレスにパスワードをふくめないでください。',
    'Leave the password out of the address.',
  ),
  'not-13-digits': both(
    '法人番号は13けたで書いてください。',
    'Write a corporate number of 13 digits.',
  ),
  'not-6-digits': both(
    '団体コードは5けたか6けたで書いてください。',
    'Write a municipal code of 5 or 6 digits.',
  ),
  'check-digit': both(
    '番号の検査数字が合いません。書きまちがいがないか確かめてください。',
    'The check digit does not fit. Look for a slip in the number.',
  ),
  'no-such-code': both(
    'そのコードの都道府県・市区町村はありません。',
    'No prefecture or municipality has this code.',
  ),
  ambiguous: both(
    '二通りに読めるコードです。6けたで書いてください。',
    'The code can be read in two ways. Write it with 6 digits.',
  ),
  'not-a-code': both(
    'コードは英数字で書いてください。',
    'Write the code in Latin letters and digits.',
  ),
  'not-degrees': both('緯度・経度は 35.3192 のように書いてください。', 'Write degrees as 35.3192.'),
  'several-places': both(
    '場所が二つ以上あります。一つだけ書いてください。',
    'There are several places. Write one only.',
  ),
  'outside-japan': both('日本の外の場所です。', 'The place is outside Japan.'),
  'half-a-place': both('緯度と経度の両方を書いてください。', 'Write both latitude and longitude.'),
  'unknown-choice': both('一覧にない言葉です。', 'This word is not in the list.'),
}

/** What was done to a cell to read it. */
export const remarkTexts: Texts<RemarkCode> = {
  trimmed: both('前後の空白をのぞきました。', 'Spaces at the ends were taken out.'),
  'control-characters-removed': both(
    '見えない文字をのぞきました。',
    'Invisible characters were taken out.',
  ),
  'lines-joined': both('改行を空白にしました。', 'Line breaks became spaces.'),
  'external-characters': both(
    'ほかの機械では見えない外字があります。',
    'Some characters are visible on the sender’s machine only.',
  ),
  'nothing-sign': both('「—」は、値なしと読みました。', 'A dash was read as no value.'),
  'unit-dropped': both('単位をのぞきました。', 'The unit was left out.'),
  'label-dropped': both('前の言葉をのぞきました。', 'The label in front was left out.'),
  'decimals-dropped': both(
    '小数点と0をのぞきました。',
    'The decimal point and zeros were left out.',
  ),
  'words-beside': both('値のそばの言葉をのぞきました。', 'Words beside the value were left out.'),
  'serial-number': both(
    '表計算の日付の番号として読みました。',
    'Read as a spreadsheet’s number of a date.',
  ),
  'time-dropped': both('時刻をのぞきました。', 'The time was left out.'),
  'zero-restored': both('失われた先頭の0をもどしました。', 'A lost first zero was put back.'),
  'check-digit-added': both('検査数字を加えました。', 'The check digit was added.'),
  'exponent-restored': both(
    '指数の形から番号をもどしました。',
    'The number was put back from its exponent.',
  ),
  'scheme-added': both('https:// を加えました。', 'https:// was added.'),
  swapped: both(
    '緯度と経度の入れかわりを直しました。',
    'Latitude and longitude were swapped and put right.',
  ),
  coarse: both(
    '位置が1キロメートルほどのあらさです。',
    'The place is exact to about a kilometre only.',
  ),
  'items-doubled': both('重なる項目を一つにしました。', 'Repeated items became one.'),
  'other-separator': both(
    '「;」以外で区切られているかもしれません。',
    'Items may be parted by something other than “;”.',
  ),
}

/** What is odd about a sheet as a whole. */
export const noticeTexts: Texts<NoticeKind> = {
  'hidden-sheet': both('かくされたシートです。', 'The sheet is hidden.'),
  'hidden-rows': both(
    'かくされた行があります。これも読みました。',
    'There are hidden rows. They were read too.',
  ),
  'hidden-columns': both(
    'かくされた列があります。これも読みました。',
    'There are hidden columns. They were read too.',
  ),
  'merged-cells': both(
    '結合されたセルがあります。同じ値が、その全部のセルにあると読みました。',
    'There are merged cells. Their value was read for each of them.',
  ),
  formulas: both(
    '式のセルがあります。保存されたときの結果を読みました。',
    'There are formulas. Their saved results were read.',
  ),
  'mixed-line-ends': both(
    '行の終わりの書き方がまざっています。',
    'Lines end in more than one way.',
  ),
  'line-breaks-in-cells': both('改行のあるセルがあります。', 'There are cells with line breaks.'),
  'empty-trailing-columns': both('右に空の列があります。', 'There are empty columns at the right.'),
  'empty-rows': both('空の行があります。', 'There are empty rows.'),
  'short-rows': both(
    'ほかよりセルの少ない行があります。',
    'Some rows have fewer cells than the rest.',
  ),
  'long-rows': both('ほかよりセルの多い行があります。', 'Some rows have more cells than the rest.'),
  'unreadable-characters': both(
    '読めない文字があります。',
    'There are characters that cannot be read.',
  ),
  'external-characters': both('外字があります。', 'There are private-use characters (外字).'),
  exponents: both(
    '一部が失われた長い番号があります（1.00E+12 など）。',
    'Some long numbers are partly lost (such as 1.00E+12).',
  ),
  'spreadsheet-errors': both('失敗した式があります。', 'There are formulas that failed.'),
}

import { parsePostalCode } from '../codes.ts'
import { type Phone, parseEmail, parsePhone } from '../contact.ts'
import { normalizeCode } from '../text.ts'
import {
  addRemarks,
  type CellReader,
  found,
  fromResult,
  problem,
  type Reading,
  readFilled,
  readShort,
  remark,
} from './cell-reading.ts'
import { isExponent } from './notices.ts'

/** 郵便番号 as `248-0012`. Six bare digits have lost the zero of 北海道 and 東北 in a spreadsheet. */
export const readPostalCode: CellReader<string> = (cell) =>
  readShort(cell, (text) => {
    const digits = normalizeCode(text)
    if (isExponent(digits)) return problem('exponent', cell)
    if (!/^\d{6}$/.test(digits)) return fromResult(parsePostalCode(text), cell)
    return addRemarks(
      fromResult(parsePostalCode(`0${digits}`), cell),
      remark('zero-restored', text),
    )
  })

const phoneLabel = /^(?:電話番号|電話|直通|代表|TEL|ＴＥＬ|Tel|tel|℡|☎)[\s.：:]*/
const numbersIn = /0\d{1,4}[-()]?\d{1,4}[-()]?\d{3,4}/g

const readNumber = (text: string, cell: string): Reading<Phone> => {
  const digits = normalizeCode(text)
  if (isExponent(digits)) return problem('exponent', cell)
  if ((digits.match(numbersIn) ?? []).length > 1) return problem('several-numbers', cell)
  const lost = /^[1-9]\d{8,9}$/.test(digits) ? parsePhone(`0${digits}`) : undefined
  return lost?.ok
    ? found(lost.value, remark('zero-restored', text))
    : fromResult(parsePhone(text), cell)
}

/**
 * A telephone number with the hyphens as written and look-alikes folded. Nine or ten bare digits have
 * lost their zero; two numbers in a cell, and one without an area code, are problems.
 */
export const readPhone: CellReader<Phone> = (cell) =>
  readShort(cell, (text) => {
    const label = phoneLabel.exec(text)?.[0] ?? ''
    const number = readNumber(text.slice(label.length), cell)
    return label === '' ? number : addRemarks(number, remark('label-dropped', label.trim()))
  })

const mailLabel = /^(?:mailto|e-?mail|メール(?:アドレス)?)\s*[:：]\s*|^mailto:/i

/** One mail address. */
export const readEmail: CellReader<string> = (cell) =>
  readShort(cell, (text) => {
    const label = mailLabel.exec(text)?.[0] ?? ''
    const address = text.slice(label.length)
    if ((address.match(/[@＠]/g) ?? []).length > 1) return problem('several-addresses', cell)
    const reading = fromResult(parseEmail(address), cell)
    return label === '' ? reading : addRemarks(reading, remark('label-dropped', label.trim()))
  })

const addressIn = /https?:\/\/[^\s"'<>（）「」、。]+/gi

const readAddress = (text: string, cell: string): Reading<string> => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.'))
    return problem('not-a-web-address', cell)
  if (url.username !== '' || url.password !== '') return problem('has-password', cell)
  return found(text)
}

/** One web address, http or https; a name beside it is kept as a remark. */
export const readUrl: CellReader<string> = (cell) =>
  readFilled(cell, (text) => {
    const plain = text.replace(/[！-～]/g, (wide) => wide.normalize('NFKC'))
    const inside = plain.match(addressIn) ?? []
    if (inside.length > 1) return problem('several-addresses', cell)
    const [address] = inside
    if (address !== undefined) {
      const words = plain.replace(address, '').trim()
      const reading = readAddress(address, cell)
      return words === '' ? reading : addRemarks(reading, remark('words-beside', words))
    }
    if (/^www\.[^\s]+\.[^\s]+$/i.test(plain))
      return addRemarks(readAddress(`https://${plain}`, cell), remark('scheme-added', text))
    return problem('not-a-web-address', cell)
  })

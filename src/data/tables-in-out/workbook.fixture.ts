import { deflateRawSync } from 'node:zlib'

export type Part = {
  readonly path: string
  readonly content: Uint8Array
  readonly claims?: number
  /** Kept as it is, without packing. */
  readonly stored?: boolean
}

const sizesOf = (packed: number, claims: number): Buffer => {
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(packed, 4)
  sizes.writeUInt32LE(claims, 8)
  return sizes
}

/** A zip file of its parts; a part may claim a size that it has not. Without check sums. */
export const zip = (parts: readonly Part[]): Uint8Array => {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { path, content, claims = content.length, stored = false } of parts) {
    const [name, data] = [
      Buffer.from(path),
      stored ? Buffer.from(content) : deflateRawSync(content),
    ]
    const start = Buffer.from([20, 0, 0, 0, stored ? 0 : 8, 0, 0, 0, 0, 0])
    const sizes = sizesOf(data.length, claims)
    const lengths = Buffer.from([name.length, 0, 0, 0])
    bodies.push(Buffer.from('PK\x03\x04'), start, sizes, lengths, name, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    entries.push(
      Buffer.from('PK\x01\x02'),
      Buffer.from([20, 0]),
      start,
      sizes,
      lengths,
      place,
      name,
    )
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const xml = (path: string, content: string): Part => ({
  path,
  content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`),
})

const relations = (path: string, targets: readonly (readonly [string, string])[]): Part =>
  xml(
    path,
    `<Relationships xmlns="${packages}/relationships">${targets
      .map(
        ([kind, target], at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  )

/** The least that is a workbook: the number 46113 in A1 under a built-in format, or other rows. */
export const plainWorkbook = ({
  format = 0,
  cells = '<row r="1"><c r="A1" s="1"><v>46113</v></c></row>',
  more = [],
}: {
  readonly format?: number
  readonly cells?: string
  readonly more?: readonly Part[]
}): Uint8Array =>
  zip([
    xml(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
    relations('_rels/.rels', [['officeDocument', 'xl/workbook.xml']]),
    xml(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    relations('xl/_rels/workbook.xml.rels', [
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    xml(
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${format}" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    xml(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
    ),
    ...more,
  ])

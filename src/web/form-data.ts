/** A file as it arrived: bytes in memory, name and type as claimed (neither is believed). */
export type Upload = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** The fields of a sent form. Names may come several times; files are kept apart. */
export type FormBody = {
  /** The first value of that name, or an empty text. */
  text(name: string): string
  /** All values of that name. */
  all(name: string): string[]
  has(name: string): boolean
  /** Non-empty files of that name. */
  files(name: string): Upload[]
  names(): string[]
}

const fieldLimit = 2_000

/** Thrown for bodies that no form of ours sends; becomes 400 or 413. */
export class BadBody extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

const isEmptyFile = (value: File): boolean => value.size === 0

const collect = async (
  data: FormData,
): Promise<{ texts: Map<string, string[]>; files: Map<string, Upload[]> }> => {
  const texts = new Map<string, string[]>()
  const files = new Map<string, Upload[]>()
  let count = 0
  for (const [name, value] of data.entries()) {
    count += 1
    if (count > fieldLimit) throw new BadBody(413, 'too many fields')
    if (typeof value === 'string') {
      texts.set(name, [
        ...(texts.get(name) ?? []),
        value.replaceAll('\u0000', '').replaceAll('\r\n', '\n'),
      ])
    } else if (!isEmptyFile(value)) {
      const upload = {
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      }
      files.set(name, [...(files.get(name) ?? []), upload])
    }
  }
  return { texts, files }
}

/** Makes a {@link FormBody} of what the browser sent. @throws BadBody for more than 2,000 fields */
export const readFormData = async (data: FormData): Promise<FormBody> => {
  const { texts, files } = await collect(data)
  return {
    text: (name) => texts.get(name)?.[0] ?? '',
    all: (name) => texts.get(name) ?? [],
    has: (name) => texts.has(name) || files.has(name),
    files: (name) => files.get(name) ?? [],
    names: () => [...new Set([...texts.keys(), ...files.keys()])],
  }
}

/** A form body from plain values: for tests, commands and the sample world. */
export const formOf = (values: Readonly<Record<string, string | readonly string[]>>): FormBody => {
  const lists = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : [...value],
    ]),
  )
  return {
    text: (name) => lists.get(name)?.[0] ?? '',
    all: (name) => lists.get(name) ?? [],
    has: (name) => lists.has(name),
    files: () => [],
    names: () => [...lists.keys()],
  }
}

export const emptyForm: FormBody = formOf({})

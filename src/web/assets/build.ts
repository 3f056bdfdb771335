import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { pruneTokens } from './prune-tokens.ts'

/** One file of the site, ready to be sent. */
export interface Asset {
  readonly body: Uint8Array
  readonly type: string
  /** With quotes, as the header wants it. */
  readonly etag: string
  /** True when the name holds the content's hash, so that it can be kept for ever. */
  readonly immutable: boolean
  /** The same body, compressed once at start. */
  readonly encodings: { readonly br: Uint8Array; readonly gzip: Uint8Array }
}

export interface Assets {
  /** Address of the style sheet. */
  readonly css: string
  /** Address of the behaviour module. */
  readonly js: string
  /** The file of this path, e.g. `/assets/site-1f2e3d.css`. */
  readonly serve: (path: string) => Asset | undefined
}

/** Browsers of the last four years or so; older ones get the page without what they do not know. */
const target = ['chrome105', 'safari15.4', 'firefox103']

const hash = (body: Uint8Array | string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 12)

async function bundle(root: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/web/assets', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

function makeAsset(text: string, type: string, immutable: boolean): Asset {
  const body = Buffer.from(text)
  return {
    body,
    type,
    etag: `"${hash(body)}"`,
    immutable,
    encodings: { br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }) },
  }
}

/**
 * Makes the style sheet, the behaviours and the icon in memory, once at start.
 *
 * @param root folder of the product, in which `src` and `node_modules` lie
 */
export async function loadAssets(root: string): Promise<Assets> {
  const [styles, behaviour, icon] = await Promise.all([
    bundle(root, 'styles/index.css').then(pruneTokens),
    bundle(root, 'behaviour/index.ts'),
    readFile(join(root, 'src/web/assets/icon.svg'), 'utf8'),
  ])
  const css = `/assets/site-${hash(styles)}.css`
  const js = `/assets/site-${hash(behaviour)}.js`
  const files = new Map([
    [css, makeAsset(styles, 'text/css; charset=utf-8', true)],
    [js, makeAsset(behaviour, 'text/javascript; charset=utf-8', true)],
    ['/assets/icon.svg', makeAsset(icon, 'image/svg+xml', false)],
  ])
  return { css, js, serve: (path) => files.get(path) }
}

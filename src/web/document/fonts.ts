import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const locate = createRequire(import.meta.url)
const weights = ['400Regular', '700Bold'] as const

const familyOf = (packageName: string, fileName: string) => {
  const root = dirname(locate.resolve(`${packageName}/package.json`))
  return weights.map((weight) => join(root, weight, `${fileName}_${weight}.ttf`))
}

/**
 * Font files by family, in both weights. They are full TrueType files: web fonts (woff2) are set
 * without an error but print as empty boxes. The proportional BIZ UDPGothic is not here because its
 * punctuation overlaps the letters beside it.
 */
export const fontFamilies: readonly (readonly string[])[] = [
  familyOf('@expo-google-fonts/biz-udgothic', 'BIZUDGothic'),
  familyOf('@expo-google-fonts/noto-sans-jp', 'NotoSansJP'),
]

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#data/root.ts'

// Japanese signs written straight into a page would stand in its English version too: they come from
// sentences, or from `colon` and `inBrackets`.

/** Where the whole text is Japanese in every language: the agreement's own wording, and what tests say. */
const japaneseOnly = /agreement-body|agreement-edit-page|showcase|\.test\./

const isComment = (line: string): boolean => /^\s*(?:\/\/|\/?\*|\{\/\*)/.test(line)

const japaneseSigns = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !isComment(line) && !line.includes('/**') && !/=== 'ja'/.test(line))
    .filter((line) => /[）}]?（\$?\{|\}）|\}：|：[{<$]/.test(line))

const pages = globSync('src/**/*.tsx', { cwd: projectRoot() }).filter(
  (path) => !japaneseOnly.test(path),
)

test('英語の画面に、日本語のかっこやコロンが出ない', () => {
  expect(pages.length).toBeGreaterThan(100)
  const found = pages.flatMap((path) =>
    japaneseSigns(readFileSync(join(projectRoot(), path), 'utf8')).map(
      (line) => `${path}: ${line}`,
    ),
  )
  expect(found).toEqual([])
})

test('対照：画面に直接書かれたかっこやコロンは、見つかる', () => {
  const written = ['<p>', '{words.phone}：{phone}', '{name}（{count}）', '</p>'].join('\n')
  expect(japaneseSigns(written)).toHaveLength(2)
})

import { expect, test } from 'vitest'
import { fileProblems } from '../forms/index.ts'
import { issueProblems } from './problem-texts.ts'

test('ファイルの量の断りは、どの様式でも同じ文で、24時間たってからと言う', () => {
  expect(issueProblems['day-full']).toBe(fileProblems['day-full'])
  expect(fileProblems['day-full'].ja).toContain('24時間たってから')
  expect(fileProblems['day-full'].ja).not.toContain('明日')
  expect(fileProblems['day-full'].en).not.toContain('tomorrow')
})

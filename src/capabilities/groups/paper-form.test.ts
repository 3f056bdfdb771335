import { expect, test } from 'vitest'
import { formDefinition } from '../forms/index.ts'
import { forPaper } from './paper-form.ts'

const label = (ja: string) => ({ ja, en: ja })
const form = formDefinition.parse({
  code: 'registration',
  title: label('登録'),
  sections: [
    {
      title: label('書類'),
      fields: [
        { code: 'name', kind: 'text', label: label('名前'), required: true },
        { code: 'rules_file', kind: 'file', label: label('規約'), required: true },
      ],
    },
  ],
})

test('職員が紙から入力するとき、書類の写しは必須と書かれず、ほかの必須は残る', () => {
  const [name, file] = forPaper(form).sections[0]?.fields ?? []
  expect(name?.required).toBe(true)
  expect(file).toMatchObject({ required: false })
  expect(file?.hint?.ja).toContain('添付しなくても出せます')
})

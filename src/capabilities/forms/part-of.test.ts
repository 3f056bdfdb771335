import { expect, test } from 'vitest'
import { openTestCity, openTestStore } from '#tests/world/city.ts'
import { formOf } from '#web/form-data.ts'
import { formDefinition } from './definition.ts'
import { readForm } from './form.ts'

const definition = formDefinition.parse({
  code: 'members',
  title: { ja: '会員', en: 'Members' },
  sections: [
    {
      title: { ja: '一', en: 'One' },
      fields: [
        { code: 'members', kind: 'number', label: { ja: '会員', en: 'Members' } },
        {
          code: 'in_city',
          kind: 'number',
          partOf: 'members',
          label: { ja: '市内の人', en: 'In the city' },
        },
      ],
    },
  ],
})

test('内訳の数が全体より多いと、その欄にどの数より多いかを示す。同じ数までは受け取る', async () => {
  const { city } = await openTestCity(await openTestStore())
  const problems = (members: string, inCity: string) =>
    readForm(definition, formOf({ members, in_city: inCity }), city).problems
  expect(problems('20', '20')).toEqual([])
  expect(problems('', '30')).toEqual([])
  expect(problems('20', '30')).toMatchObject([
    { name: 'in_city', text: { ja: expect.stringContaining('「会員」より多く') } },
  ])
})

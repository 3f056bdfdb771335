import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type FormDefinition, type FormField, formDefinition } from '#capabilities/forms/index.ts'
import type { ProgrammePreset } from '#capabilities/programmes/index.ts'
import { projectRoot } from '#data/root.ts'

/** The form of that code as the city's preset has it. */
export const readForm = (city: string, code: string): FormDefinition =>
  formDefinition.parse(
    JSON.parse(readFileSync(join(projectRoot(), 'presets', city, 'forms', `${code}.json`), 'utf8')),
  )

/** The programme that the city's preset brings. */
export const readProgramme = (city: string): ProgrammePreset => {
  const folder = join(projectRoot(), 'presets', city, 'programmes')
  const [file = ''] = readdirSync(folder)
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProgrammePreset
}

const plain: Partial<Record<FormField['kind'], string>> = {
  text: '川べりの見守り',
  kana: 'カワベリノミマモリ',
  textarea:
    '川べりの道を、子どもと高齢者が安心して歩けるようにします。月に二回、みんなで歩いて確かめます。',
  number: '12',
  money: '100,000',
  date: '令和9年5月10日',
  email: 'sample@example.jp',
  phone: '0467-00-0000',
  postal: '248-0000',
  url: 'https://example.jp/',
  corporate_number: '',
}

const fillTable = async (page: Page, field: FormField): Promise<void> => {
  for (const column of field.columns ?? []) {
    const cell = page.locator(`[name="${field.code}.0.${column.code}"]`)
    await cell.fill(plain[column.kind] ?? '')
  }
}

const fillField = async (
  page: Page,
  field: FormField,
  value: string | undefined,
): Promise<void> => {
  const control = page.locator(`[name="${field.code}"]`).first()
  switch (field.kind) {
    case 'choice':
    case 'yes_no':
      if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
        await control.selectOption(value ?? { index: 1 })
      else
        await page
          .locator(`[name="${field.code}"]${value ? `[value="${value}"]` : ''}`)
          .first()
          .check()
      return
    case 'choices':
    case 'declaration':
      return control.check()
    case 'table':
      return fillTable(page, field)
    case 'file':
      return control.setInputFiles({
        name: '規約.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('会の規約です。'),
      })
    default:
      return control.fill(value ?? (plain[field.kind] ?? '').slice(0, field.max ?? 500))
  }
}

/** Fills in everything the form requires, and whatever `values` names, as a person would. */
export const fillForm = async (
  page: Page,
  form: FormDefinition,
  values: Readonly<Record<string, string>> = {},
): Promise<void> => {
  for (const field of form.sections.flatMap((section) => section.fields))
    if (field.required || field.code in values) await fillField(page, field, values[field.code])
}

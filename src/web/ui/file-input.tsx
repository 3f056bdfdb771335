import { inBrackets } from '#kernel/bilingual.ts'
import { type FieldProps, FormField, wireField } from './form-field.tsx'
import { sentences } from './sentences.ts'
import { pickField } from './text-input.tsx'

/** A file that was sent before and is kept, unless it is taken off. */
export interface KeptFile {
  id: string
  name: string
  /** With unit, e.g. 「123KB」. */
  size: string
  href?: string | undefined
}

interface FileInputProps extends FieldProps {
  multiple?: boolean | undefined
  /** File name endings, e.g. `['.pdf', '.docx']`. */
  accept: readonly string[]
  /** Kinds and size as people read them, e.g. `{ types: 'PDF・Word', size: '10MB' }`. */
  limits: { types: string; size: string }
  kept?: readonly KeptFile[] | undefined
}

/** The name under which the ids of files to be taken off are sent. */
export const removedFilesName = (name: string): string => `${name}.remove`

function KeptFiles({ lang, name, kept }: Pick<FileInputProps, 'lang' | 'name' | 'kept'>) {
  if (!kept || kept.length === 0) return null
  const say = sentences[lang]
  const id = (file: KeptFile) => `${name}.remove.${file.id}`
  return (
    <fieldset class="kept-files">
      <legend>{say.filesKept}</legend>
      <ul>
        {kept.map((file) => (
          <li key={file.id}>
            <span>
              {file.href ? <a href={file.href}>{file.name}</a> : file.name}
              {inBrackets(file.size, lang)}
            </span>
            <span class="choice">
              <input type="checkbox" id={id(file)} name={removedFilesName(name)} value={file.id} />
              <label for={id(file)}>{say.removeFile(file.name)}</label>
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Files from one's own machine; those sent before stay when the form comes back. */
export function FileInput(props: FileInputProps) {
  const { lang, name, hint, multiple, accept, limits, kept } = props
  const limit = sentences[lang].fileLimits(limits.types, limits.size)
  const described = {
    ...pickField(props),
    hint: hint ? (
      <>
        {hint}
        <br />
        {limit}
      </>
    ) : (
      limit
    ),
  }
  return (
    <FormField {...described}>
      <KeptFiles lang={lang} name={name} kept={kept} />
      <input
        type="file"
        class="input"
        accept={accept.join(',')}
        multiple={multiple}
        {...wireField(described)}
      />
    </FormField>
  )
}

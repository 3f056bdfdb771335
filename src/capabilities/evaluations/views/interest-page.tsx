import type { Language } from '#kernel/bilingual.ts'
import type { City } from '#kernel/city.ts'
import { Button, Form, RadioGroup, TextInput } from '#web/ui/index.ts'
import type { Project } from '../../projects/index.ts'
import {
  type DeclarationProblem,
  type Declared,
  interests,
  interestWords,
} from '../../reviews/index.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'
import { Frame } from './frame.tsx'

const fieldOf = (problem: DeclarationProblem): 'interest' | 'note' =>
  problem === 'note-needed' || problem === 'note-too-long' ? 'note' : 'interest'

/** How a member is related to the group of the project: asked before anything else is shown. */
export const InterestPage = (props: {
  readonly lang: Language
  readonly city: City
  readonly project: Pick<Project, 'id' | 'title' | 'groupName'>
  readonly current: Declared | undefined
  readonly typed: { text(name: string): string } | undefined
  readonly problem: DeclarationProblem | undefined
  readonly formKey: string
}) => {
  const { lang, city, project, current, typed, problem, formKey } = props
  const words = interestWords(lang)
  const own = sentences[lang]
  const errorOf = (name: string) =>
    problem && fieldOf(problem) === name ? words.problems[problem] : undefined
  return (
    <Frame
      lang={lang}
      title={own.interestTitle}
      over={project.title}
      lead={own.interestLead}
      errors={problem ? [{ id: fieldOf(problem), message: words.problems[problem] }] : []}
    >
      <p>{words.stays}</p>
      <Form action={paths.interest(city.slug, project.id)} idempotencyKey={formKey}>
        <RadioGroup
          lang={lang}
          name="interest"
          label={words.question(project.title, project.groupName)}
          required
          options={interests.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={typed ? typed.text('interest') : (current?.interest ?? '')}
          error={errorOf('interest')}
        />
        <TextInput
          lang={lang}
          name="note"
          label={words.note}
          autocomplete="off"
          value={typed ? typed.text('note') : (current?.note ?? '')}
          error={errorOf('note')}
        />
        <Button>{words.button}</Button>
      </Form>
    </Frame>
  )
}

import { type Language, say } from '#kernel/bilingual.ts'
import { type City, nameOfCode } from '#kernel/city.ts'
import { sourceText, withoutTitles } from '#kernel/source.ts'
import { ButtonLink, ButtonRow, Disclosure, Heading, Lead, Section } from '#web/ui/index.ts'
import { accountPaths } from '../../accounts/index.ts'
import { type FormDefinition, fieldsOf } from '../../forms/index.ts'
import { conditionText } from '../condition-text.ts'
import { paths } from '../paths.ts'
import type { RegistrationClass, RegistrationSettings } from '../preset.ts'
import { sentences } from '../sentences.ts'
import { OnPaper } from './on-paper.tsx'

export type GuideProps = {
  readonly lang: Language
  readonly city: City
  /** The class that is told of. */
  readonly settings: RegistrationSettings
  /** All classes of the city. */
  readonly classes: readonly RegistrationClass[]
  readonly definition: FormDefinition
  /** Those who are signed in need not be told to sign in. */
  readonly signedIn: boolean
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

const Start = ({ lang, city, settings, classes, signedIn }: GuideProps) => {
  const words = sentences[lang].guide
  return (
    <>
      <ButtonRow>
        <ButtonLink
          href={paths.start(city.slug, classes.length > 1 ? settings.code : undefined)}
          size="large"
        >
          {words.start}
        </ButtonLink>
      </ButtonRow>
      {!signedIn && <p class="note">{words.startHint}</p>}
    </>
  )
}

/** Where a city has several classes, what each is for comes first. */
const Classes = ({ lang, city, settings, classes }: GuideProps) => {
  const words = sentences[lang].guide
  if (classes.length < 2) return null
  return (
    <Section id="classes" title={words.classes}>
      <p>{words.classesText}</p>
      <dl>
        {classes.map(({ code, name, purpose }) => (
          <div key={code}>
            <dt>
              {code === settings.code ? (
                <strong aria-current="page">{say(name, lang)}</strong>
              ) : (
                <a href={paths.guide(city.slug, code)}>{say(name, lang)}</a>
              )}
            </dt>
            {purpose && <dd>{say(purpose, lang)}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  )
}

const Benefits = ({ lang, settings }: GuideProps) => {
  const words = sentences[lang].guide
  const own = settings.benefits.map((benefit) => say(benefit, lang))
  return (
    <Section id="benefits" title={words.benefits}>
      <List items={own.length > 0 ? own : words.benefit.split('\n')} />
    </Section>
  )
}

const Visit = ({ lang, settings }: GuideProps) => {
  const words = sentences[lang].guide
  if (!settings.visit) return null
  return (
    <Section id="visit" title={words.visit}>
      <p>{words.visitText}</p>
      <p>{say(settings.visit.bring, lang)}</p>
    </Section>
  )
}

const Who = ({ lang, city, settings }: GuideProps) => {
  const words = sentences[lang].guide
  const codes = settings.rules
    .filter(({ kind, severity }) => kind === 'legal_form_in' && severity === 'block')
    .flatMap((rule) => rule.codes ?? [])
  return (
    <Section id="who" title={words.who}>
      {codes.length === 0 ? (
        <p>{words.whoAny}</p>
      ) : (
        <>
          <p>{words.whoForms}</p>
          <List items={codes.map((code) => say(nameOfCode(city.legalForms, code), lang))} />
        </>
      )}
    </Section>
  )
}

const Rules = ({ lang, city, settings, definition }: GuideProps) => {
  const words = sentences[lang].guide
  const rulesOf = (severity: 'block' | 'warn') =>
    settings.rules.filter((rule) => rule.severity === severity)
  const must = rulesOf('block').map((rule) => say(rule.guide ?? rule.message, lang))
  const know = rulesOf('warn').map((rule) => conditionText(rule, { city, definition }, lang))
  return (
    <>
      <Section id="must" title={words.must}>
        {must.length === 0 ? <p>{words.noRules}</p> : <List items={must} />}
      </Section>
      {know.length > 0 && (
        <Section id="know" title={words.know}>
          <p>{words.knowText}</p>
          <List items={know} />
        </Section>
      )}
    </>
  )
}

const Prepare = ({ lang, definition }: GuideProps) => {
  const words = sentences[lang].guide
  const papers = fieldsOf(definition).filter(({ kind }) => kind === 'file')
  return (
    <Section id="prepare" title={words.prepare}>
      <h3>{words.papers}</h3>
      {papers.length === 0 ? (
        <p>{words.noPapers}</p>
      ) : (
        <List
          items={papers.map(({ label, required }) => words.paper(say(label, lang), required))}
        />
      )}
      <h3>{words.asked}</h3>
      <List items={definition.sections.map(({ title }) => say(title, lang))} />
      <p>{words.publicNote}</p>
    </Section>
  )
}

const Time = ({ lang, settings }: GuideProps) => {
  const words = sentences[lang].guide
  const { validity } = settings
  return (
    <Section id="time" title={words.time}>
      <List
        items={[
          words.fill,
          words.answer(settings.reviewDays),
          validity.kind === 'unlimited'
            ? words.validForever
            : words.validYears(validity.years ?? 1),
        ]}
      />
    </Section>
  )
}

/** For groups that are registered: where changes and renewals are made. */
const After = ({ lang, city, settings }: GuideProps) => {
  const words = sentences[lang].guide
  return (
    <Section id="after" title={words.after}>
      <p>{words.afterText}</p>
      {settings.renewal && <p>{words.afterRenewal}</p>}
      <ButtonRow>
        <ButtonLink href={accountPaths.me(city.slug)} kind="secondary">
          {words.afterLink}
        </ButtonLink>
      </ButtonRow>
    </Section>
  )
}

/** What one needs before one starts, the rules in words, who may register, how long it takes. */
export const Guide = (props: GuideProps) => {
  const { lang, settings } = props
  const words = sentences[lang].guide
  return (
    <>
      <Heading level={1}>{words.title}</Heading>
      <Lead>{words.lead(say(settings.name, lang))}</Lead>
      <Classes {...props} />
      <Start {...props} />
      <Section id="steps" title={words.steps}>
        <ol>
          {words.step.split('\n').map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Who {...props} />
      <Rules {...props} />
      <Prepare {...props} />
      <Visit {...props} />
      <Time {...props} />
      <Benefits {...props} />
      <After {...props} />
      <OnPaper lang={props.lang} city={props.city} />
      <Disclosure summary={words.source}>
        <p>
          {lang === 'ja' ? sourceText(settings.source.ja, withoutTitles(lang)) : settings.source.en}
        </p>
      </Disclosure>
    </>
  )
}

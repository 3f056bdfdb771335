import type { Language } from '#kernel/bilingual.ts'
import type { Notice } from '../shell/index.ts'
import { Section } from '../ui/index.ts'
import type { KeptForm } from './kept-form.ts'
import { writtenByAnother } from './place.ts'
import { keptFormSentences } from './sentences.ts'

const withFiles = (text: string, kept: KeptForm, lang: Language): string =>
  kept.hadFiles ? `${text}${lang === 'ja' ? '' : ' '}${keptFormSentences[lang].filesAgain}` : text

/** Says on the page to sign in on that nothing is lost, and that nothing was sent. */
export const signInFirstNotice = (lang: Language, kept: KeptForm): Notice => {
  const words = keptFormSentences[lang]
  return {
    kind: 'warning',
    heading: words.signInFirst,
    text: withFiles(words.signInFirstText, kept, lang),
  }
}

/** Says on the page of the form that it is filled in again, or why it is not. */
export const writtenNotice = (
  lang: Language,
  written: KeptForm | typeof writtenByAnother,
): Notice => {
  const words = keptFormSentences[lang]
  if (written === writtenByAnother)
    return { kind: 'warning', heading: words.byAnother, text: words.byAnotherText }
  return { kind: 'warning', heading: words.back, text: withFiles(words.backText, written, lang) }
}

/** Texts that found no field, to be copied by hand. */
export const LeftOver = ({ lang, texts }: { lang: Language; texts: readonly string[] }) => (
  <Section id="left-over" title={keptFormSentences[lang].leftOver}>
    <p>{keptFormSentences[lang].leftOverText}</p>
    {texts.map((text) => (
      <pre class="kept-text">{text}</pre>
    ))}
  </Section>
)

/** All that was written, where the page of its form cannot be opened any more. */
export const WrittenTexts = ({ lang, kept }: { lang: Language; kept: KeptForm }) => (
  <Section id="written" title={keptFormSentences[lang].written}>
    {kept.fields
      .flatMap(([, values]) => values)
      .filter((text) => text.trim() !== '')
      .map((text) => (
        <pre class="kept-text">{text}</pre>
      ))}
  </Section>
)

import type { Language } from '#kernel/bilingual.ts'
import type { AgreementContent, AgreementVersion } from '../agreement.ts'
import { closingOf, factsOf, preambleOf } from '../agreement-text.ts'
import { paths } from '../paths.ts'
import { sentences } from '../sentences.ts'

/** The agreement as it is read on a page. Its text is Japanese whatever the page's language. */
export const AgreementBody = ({ content }: { content: AgreementContent }) => {
  const facts = factsOf(content)
  return (
    <article class="agreement" lang="ja">
      <p>{preambleOf(content)}</p>
      <h3>（{facts.title}）</h3>
      <p>第1条　{facts.text}</p>
      <dl class="facts">
        {facts.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {content.articles.map(({ title, text }, at) => (
        <section key={at}>
          <h3>（{title}）</h3>
          <p class="prose">
            第{at + 2}条　{text}
          </p>
        </section>
      ))}
      <p>{closingOf(content)}</p>
    </article>
  )
}

/** The hash of the text with the file that it can be checked against. */
export const Fingerprint = ({
  lang,
  citySlug,
  projectId,
  version,
}: {
  lang: Language
  citySlug: string
  projectId: string
  version: Pick<AgreementVersion, 'sha256'>
}) => {
  const words = sentences[lang]
  return (
    <>
      <p>
        {words.fingerprint}：<code>{version.sha256}</code>
      </p>
      <p>{words.fingerprintText}</p>
      <p>
        <a href={paths.agreementText(citySlug, projectId)}>{words.bodyFile}</a>
      </p>
    </>
  )
}

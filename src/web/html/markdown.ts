import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import type { View } from './jsx-runtime.ts'
import { trustedHtml } from './trusted-html.ts'
import { isSafeUrl } from './url.ts'

type Heading = { readonly type: string; tag: string }

/** The levels that somebody used, in order, become the second, third and fourth; none is ever jumped over. */
const settleHeadings = (tokens: readonly Heading[]): void => {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
  const used = [...new Set(headings.map(({ tag }) => tag))].sort()
  let before = 1
  for (const heading of headings) {
    const wanted = Math.min(4, used.indexOf(heading.tag) + 2)
    const level = heading.type === 'heading_open' ? Math.min(wanted, before + 1) : before
    heading.tag = `h${level}`
    before = level
  }
}

const makeRenderer = () => {
  // Raw HTML is shown as text, pictures as their description: nothing is loaded from elsewhere.
  const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true })
    .use(cjkFriendly)
    .disable('image')
  markdown.validateLink = (address) => isSafeUrl(address) && !address.startsWith('//')
  const rules = markdown.renderer.rules
  rules.link_open = (tokens, at, options, _env, self) => {
    tokens[at]?.attrSet('rel', 'nofollow ugc noopener')
    return self.renderToken(tokens, at, options)
  }
  markdown.core.ruler.push('settle-headings', ({ tokens }) => settleHeadings(tokens))
  return markdown
}

const renderer = makeRenderer()

/** What somebody wrote in Markdown, for a `<Prose>`: paragraphs, lists, headings from the second level on, links. */
export const renderMarkdown = (text: string): View => trustedHtml(renderer.render(text))

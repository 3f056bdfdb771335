import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import type { View } from './jsx-runtime.ts'
import { trustedHtml } from './trusted-html.ts'
import { isSafeUrl } from './url.ts'

/** Headings of what people write stand below those of the page. */
const lowered = 2

const makeRenderer = () => {
  // Raw HTML is shown as text, pictures as their description: nothing is loaded from elsewhere.
  const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true })
    .use(cjkFriendly)
    .disable('image')
  markdown.validateLink = (address) => isSafeUrl(address) && !address.startsWith('//')
  const rules = markdown.renderer.rules
  rules.heading_open = (tokens, at) => `<h${levelOf(tokens[at]?.tag)}>`
  rules.heading_close = (tokens, at) => `</h${levelOf(tokens[at]?.tag)}>\n`
  rules.link_open = (tokens, at, options, _env, self) => {
    tokens[at]?.attrSet('rel', 'nofollow ugc noopener')
    return self.renderToken(tokens, at, options)
  }
  return markdown
}

const levelOf = (tag = 'h1'): number => Math.min(4, Number(tag.slice(1)) + lowered - 1)

const renderer = makeRenderer()

/** What somebody wrote in Markdown, for a `<Prose>`: paragraphs, lists, headings from the second level on, links. */
export const renderMarkdown = (text: string): View => trustedHtml(renderer.render(text))

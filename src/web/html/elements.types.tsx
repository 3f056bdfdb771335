// biome-ignore-all lint: every line here is a mistake on purpose
/**
 * Mistakes that must not compile. The compiler itself is the test: a line below that compiled
 * would leave its expectation unused, which is an error.
 */
import type { Child } from './jsx-runtime.ts'

const Named = (props: { name: string; children?: Child }) => <p>{props.name}</p>
const when = new Date(0)

export const mistakes = [
  // @ts-expect-error a picture without a text for it
  <img src="/a.png" />,
  // @ts-expect-error a button that does not say what it does
  <button>送信</button>,
  // @ts-expect-error a button of a wrong type
  <button type="sumbit">送信</button>,
  // @ts-expect-error nothing is disabled
  <button type="submit" disabled />,
  // @ts-expect-error a label for nothing
  <label>氏名</label>,
  // @ts-expect-error a field without an id
  <input type="text" name="a" />,
  // @ts-expect-error a field without a name
  <input type="text" id="a" />,
  // @ts-expect-error a misspelt type
  <input type="emial" id="a" name="a" />,
  // @ts-expect-error full-width digits would be refused
  <input type="number" id="a" name="a" />,
  // @ts-expect-error no 和暦 could be typed
  <input type="date" id="a" name="a" />,
  // @ts-expect-error an unknown way of filling in
  <input type="text" id="a" name="a" autocomplete="fullname" />,
  // @ts-expect-error examples belong into the support text
  <input type="text" id="a" name="a" placeholder="例" />,
  // @ts-expect-error a pattern refuses full-width digits
  <input type="text" id="a" name="a" pattern="[0-9]+" />,
  // @ts-expect-error a choice without a value
  <input type="checkbox" id="a" name="a" />,
  // @ts-expect-error a selection without a name
  <select id="a" />,
  // @ts-expect-error a text without an id
  <textarea name="a" />,
  // @ts-expect-error a heading cell that does not say what it heads
  <th>年度</th>,
  // @ts-expect-error no styles in pages
  <p style="color:red" />,
  // @ts-expect-error no scripts in pages
  <p onclick="alert(1)" />,
  // @ts-expect-error no scripts in pages
  <p onClick={() => 1} />,
  // @ts-expect-error no raw HTML
  <p dangerouslySetInnerHTML={{ __html: '' }} />,
  // @ts-expect-error no such element
  <dvi />,
  // @ts-expect-error no such attribute
  <p clas="a" />,
  // @ts-expect-error another library's word for class
  <p className="a" />,
  // @ts-expect-error a link to nowhere
  <a>つぎへ</a>,
  // @ts-expect-error no frames
  <iframe src="/" />,
  // @ts-expect-error no scripts in pages
  <script type="module">alert(1)</script>,
  // @ts-expect-error no styles in pages
  <style>p</style>,
  // @ts-expect-error only module scripts
  <script src="/a.js" />,
  // @ts-expect-error a drawing is decoration or has a name
  <svg viewBox="0 0 1 1" />,
  // @ts-expect-error a form does not say where it goes
  <form method="post" />,
  // @ts-expect-error forms know get and post
  <form method="delete" action="/" />,
  // @ts-expect-error a wrong value of a known aria attribute
  <p aria-live="loud" />,
  // @ts-expect-error an order of tabbing of one's own
  <p tabindex={5} />,
  // @ts-expect-error a time without its machine form
  <time>きのう</time>,
  // @ts-expect-error an object is not text
  <p>{when}</p>,
  // @ts-expect-error a page without a language
  <html />,
  // @ts-expect-error a missing property of a component
  <Named />,
  // @ts-expect-error an unknown property of a component
  <Named name="a" colour="red" />,
]

export const correct = [
  <img src="/a.png" alt="" />,
  <button type="submit">送信</button>,
  <label for="a">氏名</label>,
  <input type="email" id="a" name="a" autocomplete="email" aria-describedby="b c" />,
  <th scope="col">年度</th>,
  <svg viewBox="0 0 1 1" aria-hidden="true" />,
  <Named name="a" key={1}>
    {[1, '二', null, false, <b key="b">三</b>]}
  </Named>,
]

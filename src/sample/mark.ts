/** What stands at the end of every name and title that the sample world shows to the public. */
export const mark = '（見本）'

/** The text with the mark at its end. */
export const marked = (text: string): string => (text.endsWith(mark) ? text : `${text}${mark}`)

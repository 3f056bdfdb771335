/** Signs that some write in a name and some leave out: spaces, dots, brackets, strokes. */
const loose = /[\s・･·.,、。，．「」『』【】（）()［］[\]〈〉《》“”"'’‘!?！？&＆/／:：;；_~〜-]+/gu

/** A folded text without them: 「まち・ひと・しごと」 becomes 「まちひとしごと」. */
export const closeUp = (folded: string): string => folded.replace(loose, '') || folded

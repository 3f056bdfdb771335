import { foldForSearch } from '#kernel/text.ts'

/**
 * Ways of writing one word that neither width nor kana folding brings together. The first of each line
 * stands for all. Only spellings: words that merely mean nearly the same are other words.
 */
const groups: readonly (readonly string[])[] = [
  ['こども', '子供', '子ども'],
  ['障害', '障がい', '障碍'],
  ['ともだち', '友達', '友だち'],
  ['ひとり', '一人', '独り'],
  ['ふれあい', '触れ合い', '触れあい', 'ふれ合い'],
  ['まちづくり', '街づくり', '町づくり', 'まち作り', '街作り', '町作り'],
  ['まつり', '祭り'],
  ['こそだて', '子育て'],
  ['みまもり', '見守り'],
  ['よみきかせ', '読み聞かせ', '読みきかせ'],
  ['助け合い', '助けあい', 'たすけあい'],
  ['話し合い', '話合い', '話しあい', 'はなしあい'],
  ['打ち合わせ', '打合せ', '打合わせ', '打ちあわせ'],
  ['取組', '取り組み', '取組み', '取りくみ', 'とりくみ'],
  ['申込', '申し込み', '申込み', 'もうしこみ'],
  ['手続', '手続き', '手つづき', 'てつづき'],
  ['受付', '受け付け', '受付け', 'うけつけ'],
  ['問合せ', '問い合わせ', '問合わせ', '問い合せ', 'といあわせ'],
  ['引越し', '引っ越し', 'ひっこし'],
  ['npo法人', '特定非営利活動法人'],
].map((spellings) => spellings.map(foldForSearch))

const standsFor = new Map(
  groups.flatMap(([first, ...others]) => others.map((other) => [other, first!] as const)),
)
const spellingsOf = new Map(groups.map((spellings) => [spellings[0]!, spellings]))

const alternatives = (words: Iterable<string>): RegExp =>
  new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')

// The chosen spellings take part, so that 手続 does not turn 手続き into 手続きき.
const anySpelling = alternatives(groups.flat())
const anyFirst = alternatives(spellingsOf.keys())

/** Every spelling of the list becomes the one that stands for all. `folded` is text folded for search. */
export const unifySpellings = (folded: string): string =>
  folded.replace(anySpelling, (spelling) => standsFor.get(spelling) ?? spelling)

const mostSpellings = 24

/** A unified word in each way it can be written, itself first; at most 24. */
export const listSpellings = (word: string): string[] => {
  let parts = ['']
  let end = 0
  for (const found of word.matchAll(anyFirst)) {
    const between = word.slice(end, found.index)
    end = found.index + found[0].length
    const ways = spellingsOf.get(found[0])!
    parts = parts.flatMap((part) => ways.map((way) => part + between + way)).slice(0, mostSpellings)
  }
  return parts.map((part) => part + word.slice(end))
}

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
  ['みまもり', '見守り', '見まもり'],
  ['よみきかせ', '読み聞かせ', '読みきかせ'],
  ['助け合い', '助けあい', 'たすけあい'],
  ['支え合い', '支えあい', 'ささえあい', 'ささえ合い'],
  ['学び合い', '学びあい', 'まなびあい'],
  ['見回り', '見まわり', 'みまわり'],
  ['お年寄り', 'お年より', 'おとしより', '御年寄り'],
  ['ひとり暮らし', '一人暮らし', '独り暮らし', '一人ぐらし', 'ひとりぐらし'],
  ['ひきこもり', '引きこもり', '引き籠もり'],
  ['もの忘れ', '物忘れ', 'ものわすれ'],
  ['買い物', '買物', '買いもの', 'かいもの'],
  ['生きもの', '生き物', 'いきもの'],
  ['落ち葉', '落葉', 'おちば'],
  ['田んぼ', '田圃', 'たんぼ'],
  ['草刈り', '草刈', '草かり', 'くさかり'],
  ['ごみ拾い', 'ごみひろい'],
  ['片付け', '片づけ', 'かたづけ'],
  ['手伝い', '手つだい', 'てつだい'],
  ['手作り', '手づくり', 'てづくり'],
  ['付き添い', '付添い', '付添', 'つきそい'],
  ['炊き出し', '炊出し', 'たきだし'],
  ['貸し出し', '貸出し', '貸出', 'かしだし'],
  ['話し相手', '話相手', 'はなし相手'],
  ['語り部', '語りべ', 'かたりべ'],
  ['つどい', '集い'],
  ['花壇', '花だん', 'かだん'],
  ['植え付け', '植えつけ', '植付け', '植付'],
  ['顔見知り', '顔みしり'],
  ['なかま', '仲間'],
  ['はじめて', '初めて'],
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

import { type Bilingual, both } from '#kernel/bilingual.ts'

/** The seventeen goals as the United Nations' agenda for 2030 calls them in short, in their order. */
const goals: readonly Bilingual[] = [
  both('貧困をなくそう', 'No poverty'),
  both('飢餓をゼロに', 'Zero hunger'),
  both('すべての人に健康と福祉を', 'Good health and well-being'),
  both('質の高い教育をみんなに', 'Quality education'),
  both('ジェンダー平等を実現しよう', 'Gender equality'),
  both('安全な水とトイレを世界中に', 'Clean water and sanitation'),
  both('エネルギーをみんなに、そしてクリーンに', 'Affordable and clean energy'),
  both('働きがいも経済成長も', 'Decent work and economic growth'),
  both('産業と技術革新の基盤をつくろう', 'Industry, innovation and infrastructure'),
  both('人や国の不平等をなくそう', 'Reduced inequalities'),
  both('住み続けられるまちづくりを', 'Sustainable cities and communities'),
  both('つくる責任、つかう責任', 'Responsible consumption and production'),
  both('気候変動に具体的な対策を', 'Climate action'),
  both('海の豊かさを守ろう', 'Life below water'),
  both('陸の豊かさも守ろう', 'Life on land'),
  both('平和と公正をすべての人に', 'Peace, justice and strong institutions'),
  both('パートナーシップで目標を達成しよう', 'Partnerships for the goals'),
]

/** Numbers of the goals. */
export const goalNumbers: readonly number[] = goals.map((_, at) => at + 1)

/** What a goal is called. */
export const goalName = (goal: number): Bilingual => goals[goal - 1] ?? both('', '')

import sharp from 'sharp'

/** Pictures drawn for the sample world: nothing of anybody's, and nobody in them. */
export const scenes = [
  'stream',
  'beach',
  'field',
  'wood',
  'room',
  'table',
  'street',
  'evening',
] as const
export type Scene = (typeof scenes)[number]

const width = 1200
const height = 800

/** A number that is always the same for the same words, so that a drawing is too. */
const seedOf = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 99_991, 7)

type Random = () => number

const randomFrom = (seed: number): Random => {
  let state = seed || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const gradient = (id: string, from: string, to: string): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`

const frame = (defs: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}
<filter id="soft"><feGaussianBlur stdDeviation="6"/></filter><filter id="far"><feGaussianBlur stdDeviation="3"/></filter></defs>${body}</svg>`

/** Somebody seen from far away, from behind. */
const figure = (x: number, y: number, size: number, colour: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cx="0" cy="62" rx="22" ry="5" fill="#000" opacity=".18"/><path d="M-9 60 L-7 22 L7 22 L9 60Z" fill="#3b4252"/><path d="M-13 30 Q-14 0 0 -4 Q14 0 13 30Z" fill="${colour}"/><circle cx="0" cy="-14" r="9" fill="#4a3b32"/><path d="M-12 -14 Q0 -28 12 -14Z" fill="#e9dcb8"/></g>`

const clothes = ['#c8553d', '#3d6f8e', '#e0a458', '#5b7553', '#7d5ba6', '#d98c9f']

const crowd = (random: Random, count: number, y: number, size: number): string =>
  Array.from({ length: count }, (_, at) =>
    figure(
      180 + ((at + random() * 0.6) * 860) / count,
      y + random() * 60,
      size * (0.85 + random() * 0.3),
      clothes[Math.floor(random() * clothes.length)] ?? '#888888',
    ),
  ).join('')

const hills = (random: Random, y: number, colour: string): string => {
  const points = Array.from(
    { length: 9 },
    (_, at) => `${at * 150} ${y + Math.sin(at * 1.3 + random() * 2) * 50}`,
  )
  return `<path d="M0 ${height} L0 ${y} L${points.join(' L')} L${width} ${y} V${height}Z" fill="${colour}" filter="url(#far)"/>`
}

const tufts = (random: Random, count: number, from: number, colour: string): string =>
  Array.from({ length: count }, () => {
    const x = random() * width
    const y = from + random() * (height - from)
    const tall = 14 + ((y - from) / 8) * random()
    return `<path d="M${x} ${y} q${random() * 10 - 5} ${-tall} ${random() * 24 - 12} ${-tall * 1.2}" stroke="${colour}" stroke-width="3" fill="none"/>`
  }).join('')

const trees = (random: Random, count: number, y: number, colours: readonly string[]): string =>
  Array.from({ length: count }, (_, at) => {
    const x = (at + random()) * (width / count)
    const r = 60 + random() * 60
    const colour = colours[Math.floor(random() * colours.length)]
    return `<rect x="${x - 8}" y="${y - 20}" width="16" height="${160 + random() * 60}" fill="#6b5344"/><ellipse cx="${x}" cy="${y - r * 0.7}" rx="${r}" ry="${r * 1.15}" fill="${colour}" opacity=".92" filter="url(#far)"/>`
  }).join('')

const sky = '<rect width="1200" height="800" fill="url(#sky)"/>'
const clouds = (random: Random): string =>
  Array.from(
    { length: 5 },
    () =>
      `<ellipse cx="${random() * width}" cy="${60 + random() * 160}" rx="${90 + random() * 120}" ry="${16 + random() * 18}" fill="#fff" opacity=".7" filter="url(#soft)"/>`,
  ).join('')

const windows = (random: Random): string =>
  Array.from(
    { length: 3 },
    (_, at) =>
      `<g transform="translate(${130 + at * 340} 110)"><rect width="260" height="260" fill="url(#sky)"/><circle cx="${60 + random() * 140}" cy="200" r="70" fill="#8db580" filter="url(#far)"/><path d="M0 0H260V260H0Z M130 0V260 M0 130H260" fill="none" stroke="#fbf7ee" stroke-width="12"/></g>`,
  ).join('')

const houses = (random: Random): string =>
  Array.from({ length: 7 }, (_, at) => {
    const x = at * 175 - 20
    const tall = 150 + random() * 130
    return `<g transform="translate(${x} ${560 - tall})"><rect width="165" height="${tall}" fill="${['#efe3cf', '#e2d2b8', '#d9c4a6', '#f3ece0'][at % 4]}"/><path d="M-12 8 L82 -58 L177 8Z" fill="${['#4b5563', '#5b4a42', '#3f4f5f'][at % 3]}"/><rect x="30" y="50" width="40" height="46" fill="#7895a8"/><rect x="96" y="50" width="40" height="46" fill="#8fa9b8"/></g>`
  }).join('')

const draw: Readonly<Record<Scene, (random: Random) => string>> = {
  stream: (random) =>
    frame(
      gradient('sky', '#bfe0ee', '#f3f8ee') + gradient('water', '#9fc7d4', '#4f8799'),
      `${sky}${clouds(random)}${hills(random, 330, '#8fb08a')}${trees(random, 8, 380, ['#5f8f5a', '#76a566', '#88b274'])}<path d="M0 470 Q600 420 1200 480 V800 H0Z" fill="#86a862"/><path d="M520 460 Q640 560 500 640 T380 800 H900 Q760 680 820 600 T620 460Z" fill="url(#water)"/><path d="M560 560 q80 10 150 0 M520 660 q110 16 210 0 M470 740 q150 20 300 0" stroke="#dff1f4" stroke-width="5" fill="none" opacity=".8"/>${tufts(random, 130, 500, '#5f7f3c')}${crowd(random, 5, 520, 1.5)}`,
    ),
  beach: (random) =>
    frame(
      gradient('sky', '#8ec7e8', '#eef6f4') +
        gradient('sea', '#3f88ad', '#8cc7d0') +
        gradient('sand', '#ead9b0', '#d6bd88'),
      `${sky}${clouds(random)}<circle cx="930" cy="150" r="54" fill="#fff7da" opacity=".9"/>${hills(random, 320, '#7aa0a5')}<rect y="360" width="1200" height="170" fill="url(#sea)"/><path d="M0 500 Q300 540 620 505 T1200 515 V560 H0Z" fill="#eef7f5" opacity=".85"/><path d="M0 525 Q300 565 640 530 T1200 540 V800 H0Z" fill="url(#sand)"/>${crowd(random, 7, 560, 1.4)}${tufts(random, 40, 700, '#9a9b55')}`,
    ),
  field: (random) =>
    frame(
      gradient('sky', '#a9d5ef', '#f7f4e1') + gradient('land', '#9bbf62', '#6f9440'),
      `${sky}${clouds(random)}${hills(random, 330, '#86a98d')}${trees(random, 6, 390, ['#6c9a55', '#7fae61'])}<rect y="430" width="1200" height="370" fill="url(#land)"/>${Array.from({ length: 9 }, (_, at) => `<path d="M${600 + (at - 4) * 60} 430 L${600 + (at - 4) * 330} 800" stroke="#5d7f35" stroke-width="${8 + at}" opacity=".55"/>`).join('')}${tufts(random, 160, 450, '#557a2f')}${crowd(random, 6, 500, 1.5)}`,
    ),
  wood: (random) =>
    frame(
      gradient('sky', '#e8efcf', '#cfe0a8'),
      `${sky}<circle cx="600" cy="190" r="210" fill="#fffbe0" opacity=".75" filter="url(#soft)"/>${trees(random, 9, 330, ['#9bb25b', '#c2a24a', '#7f9a4b'])}<path d="M0 560 Q600 500 1200 560 V800 H0Z" fill="#a4874f"/>${trees(random, 5, 420, ['#738d3f', '#b78a3b', '#5f7c3a'])}${tufts(random, 120, 600, '#7b6431')}${crowd(random, 5, 570, 1.6)}`,
    ),
  room: (random) =>
    frame(
      gradient('sky', '#bcdcee', '#f1f6ea') + gradient('floor', '#c89f6d', '#a97f4e'),
      `<rect width="1200" height="800" fill="#efe6d4"/>${windows(random)}<rect y="520" width="1200" height="280" fill="url(#floor)"/>${crowd(random, 6, 470, 1.9)}<path d="M150 640 H1050 L1130 720 H70Z" fill="#e7cfa4"/><path d="M70 720 H1130 V744 H70Z" fill="#b88f5a"/>${Array.from({ length: 7 }, (_, at) => `<rect x="${190 + at * 125}" y="${655 + random() * 20}" width="70" height="34" fill="#fff" transform="rotate(${random() * 16 - 8} ${220 + at * 125} 670)"/>`).join('')}`,
    ),
  table: (random) =>
    frame(
      gradient('sky', '#f6e7c8', '#efd6a5') + gradient('wood', '#c58f56', '#9c6a38'),
      `${sky}<rect y="260" width="1200" height="540" fill="url(#wood)"/>${Array.from(
        { length: 15 },
        (_, at) => {
          const [x, y] = [
            150 + (at % 5) * 220 + random() * 60,
            350 + Math.floor(at / 5) * 150 + random() * 50,
          ]
          const food = ['#d65a3a', '#e5b13b', '#6f9a45', '#f2ead8', '#b9663f'][
            Math.floor(random() * 5)
          ]
          return `<ellipse cx="${x}" cy="${y + 8}" rx="86" ry="44" fill="#000" opacity=".16"/><ellipse cx="${x}" cy="${y}" rx="84" ry="42" fill="#fdfbf5"/><ellipse cx="${x}" cy="${y - 3}" rx="58" ry="26" fill="${food}"/>`
        },
      ).join('')}<rect width="1200" height="800" fill="#fff3d6" opacity=".12"/>`,
    ),
  street: (random) =>
    frame(
      gradient('sky', '#9fd0ea', '#f5f1e2') + gradient('road', '#bdb6aa', '#8f897f'),
      `${sky}${clouds(random)}${hills(random, 300, '#8bab93')}${houses(random)}<path d="M0 560 H1200 V800 H0Z" fill="url(#road)"/><path d="M560 560 L430 800 M660 560 L800 800" stroke="#efece5" stroke-width="8" opacity=".8"/>${crowd(random, 7, 560, 1.7)}`,
    ),
  evening: (random) =>
    frame(
      gradient('sky', '#27335c', '#e08a5a') + gradient('road', '#4b4652', '#2f2c36'),
      `${sky}${hills(random, 420, '#3a3a58')}${houses(random)}<rect y="0" width="1200" height="800" fill="#1f2447" opacity=".35"/><path d="M0 560 H1200 V800 H0Z" fill="url(#road)"/>${Array.from({ length: 12 }, (_, at) => `<g transform="translate(${60 + at * 100} ${430 + Math.sin(at) * 20})"><circle r="46" fill="#ffcf70" opacity=".35" filter="url(#soft)"/><ellipse rx="16" ry="22" fill="#ffdf9a"/></g>`).join('')}${crowd(random, 8, 570, 1.5)}`,
    ),
}

/** Draws a scene as a photo would come from a camera. The same words give the same picture. */
export const drawScene = (
  scene: Scene,
  { about, wide }: { readonly about: string; readonly wide: number },
): Promise<Uint8Array> =>
  sharp(
    Buffer.from(
      draw[scene](randomFrom(seedOf(about))).replace(
        `width="${width}" height="${height}"`,
        `width="${wide}" height="${(wide * height) / width}"`,
      ),
    ),
  )
    .jpeg({ quality: 86 })
    .toBuffer()

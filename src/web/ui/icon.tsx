/** Drawings on a grid of 24, drawn with the colour of the text beside them. */
const drawings = {
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  book: 'M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  chart: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  chevron: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  down: 'M5 9l7 7 7-7',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  error: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16.5v.1',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z',
  handshake: 'M2 8l4-2 5 3 3-2 5 2 3-1M3 14l5 5 4-3 3 1 6-5M8 13l4-4 6 6',
  home: 'M3 11l9-7 9 7M6 9v11h4v-6h4v6h4V9',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.5v.1',
  light: 'M9 18h6M10 21h4M8.5 15a6 6 0 1 1 7 0c-.6.5-1 1.2-1 2h-5c0-.8-.4-1.5-1-2z',
  mail: 'M3 6h18v13H3zM3 7l9 7 9-7',
  megaphone: 'M4 10v4h3l9 5V5L7 10zM8 14l1 6h3l-1-4M19 9v6',
  menu: 'M3 6h18M3 12h18M3 18h18',
  money: 'M6 4l6 8 6-8M12 12v9M7 13h10M7 17h10',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.8 4 2.7 4 5.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-6.5 8-6.5s8 2 8 6.5',
  phone:
    'M5 4h4l2 5-2.5 2a11 11 0 0 0 4.5 4.5L15 13l5 2v4c0 1-1 2-2 2C10 20.5 3.5 14 3 6c0-1 1-2 2-2z',
  pin: 'M12 21c-4-5-7-8.2-7-11.5a7 7 0 0 1 14 0C19 12.8 16 16 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.5 12.5l3 3 6-6.5',
  warning: 'M12 3.5L22 20.5H2zM12 10v5M12 17.5v.1',
} as const

export type IconName = keyof typeof drawings

/** Decoration by default; with a `label` it is a picture of that name. */
export function Icon({ name, label }: { name: IconName; label?: string | undefined }) {
  const path = <path d={drawings[name]} />
  if (label === undefined) {
    return (
      <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        {path}
      </svg>
    )
  }
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" role="img" aria-label={label}>
      {path}
    </svg>
  )
}

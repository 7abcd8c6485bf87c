/** Every colour, once. The theme and the style sheets (as `var(--name)`) both take them from here. */
export const tokens = {
  red: '#9E1B1E',
  'red-hover': '#86161A',
  'red-press': '#6E1114',
  'red-wash': '#FBF3F2',
  'red-line': '#E6C9C7',
  gold: '#9A7424',
  'gold-wash': '#FBF6E9',
  'gold-line': '#E6D8B4',
  ink: '#1F1B18',
  'ink-2': '#564F48',
  'ink-3': '#756D64',
  'ink-4': '#A8A096',
  line: '#E5E0D9',
  'line-2': '#D2CBC1',
  'line-3': '#B5ADA2',
  paper: '#FFFFFF',
  ground: '#F6F4F0',
  'ground-2': '#EFEBE5',
  'ground-3': '#E6E1D9',
  selected: '#F8F3EA',
  ok: '#2C6A49',
  'ok-wash': '#EBF3EE',
  'ok-line': '#BFD8CA',
  soon: '#855C00',
  'soon-wash': '#FBF3DF',
  'soon-line': '#E8D5A3',
  short: '#A8430F',
  'short-wash': '#FBEEE6',
  'short-line': '#EBC9B4',
  free: '#625B53',
  'free-wash': '#F1EEEA',
  'free-line': '#D8D2C9',
  calc: '#385A7C',
  'calc-wash': '#EEF3F8',
  'calc-line': '#A9BFD5',
  h0: '#F5F2EC',
  h1: '#DCE8E2',
  h2: '#B6D0C5',
  h3: '#84AE9D',
  h4: '#477D6A',
  h5: '#245C4A',
  c1: '#245C4A',
  c2: '#6C8FA8',
  c3: '#C39A4A',
  c4: '#B7694A',
  c5: '#A49B8F',
  focus: '#1F5FA8',
} as const

export const fontFamily = '"Microsoft YaHei","Noto Sans CJK SC",sans-serif'

export const shadows = {
  popover: '0 4px 16px rgba(45,35,25,.12),0 0 0 1px rgba(45,35,25,.06)',
  dialog: '0 12px 40px rgba(45,35,25,.20),0 0 0 1px rgba(45,35,25,.06)',
} as const

const properties = { ...tokens, float: shadows.popover, dialog: shadows.dialog, font: fontFamily }

/** The tokens as custom properties, for the style sheets. */
export const rootRule = `:root{${Object.entries(properties)
  .map(([name, value]) => `--${name}:${value}`)
  .join(';')}}`

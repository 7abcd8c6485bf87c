import { createTheme } from '@mui/material/styles'
import { fontFamily, shadows, tokens as t } from './tokens.ts'

declare module '@mui/material/styles' {
  interface Palette {
    custom: CustomPalette
  }
  interface PaletteOptions {
    custom?: CustomPalette
  }
}

interface CustomPalette {
  readonly ink3: string
  readonly line2: string
  readonly line3: string
}

const ring = { outline: `2px solid ${t.focus}`, outlineOffset: 2 }

/** The product's look: quiet, dense, one red. Components keep to it by default, so screens set no colours of their own. */
export const theme = createTheme({
  cssVariables: true,
  spacing: 4,
  shape: { borderRadius: 2 },
  transitions: { duration: { shortest: 80, shorter: 80, short: 100, standard: 100, complex: 150, enteringScreen: 100, leavingScreen: 80 } },
  palette: {
    mode: 'light',
    primary: { main: t.red, dark: t['red-hover'], light: t['red-wash'], contrastText: '#FFFFFF' },
    secondary: { main: t.gold, light: t['gold-wash'] },
    success: { main: t.ok, light: t['ok-wash'] },
    warning: { main: t.soon, light: t['soon-wash'] },
    error: { main: t.short, light: t['short-wash'] },
    info: { main: t.calc, light: t['calc-wash'] },
    text: { primary: t.ink, secondary: t['ink-2'], disabled: t['ink-4'] },
    divider: t.line,
    background: { default: t.ground, paper: t.paper },
    action: { hover: t['ground-2'], selected: t.selected, disabledBackground: t['ground-2'], hoverOpacity: 1, selectedOpacity: 1 },
    custom: { ink3: t['ink-3'], line2: t['line-2'], line3: t['line-3'] },
  },
  typography: {
    fontFamily,
    fontSize: 14,
    fontWeightMedium: 600,
    button: { textTransform: 'none', fontSize: 13, fontWeight: 400 },
    h1: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
    h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
    h3: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
    h4: { fontSize: 28, lineHeight: '32px', fontWeight: 600 },
    body1: { fontSize: 14, lineHeight: '20px' },
    body2: { fontSize: 13, lineHeight: '20px' },
    caption: { fontSize: 12, lineHeight: '16px' },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
    MuiIconButton: {
      styleOverrides: {
        root: {
          width: 32,
          height: 32,
          padding: 0,
          borderRadius: 2,
          color: t['ink-2'],
          flex: 'none',
          transition: 'none',
          '&:hover': { background: t['ground-2'] },
          '&.Mui-disabled': { color: t['ink-4'] },
        },
      },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { border: `1px solid ${t.line}`, backgroundImage: 'none' } } },
    MuiPopover: { styleOverrides: { paper: { border: 0, borderRadius: 6, boxShadow: shadows.popover, marginTop: 4 } } },
    MuiMenu: { styleOverrides: { list: { padding: '4px 0' } } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '4px 12px',
          gap: 8,
          fontSize: 13,
          lineHeight: '20px',
          '&:hover': { background: t['ground-2'] },
          '&.Mui-selected, &.Mui-selected:hover': { background: t.selected, fontWeight: 600 },
          '&.Mui-focusVisible': { background: t['ground-2'], outline: `2px solid ${t.focus}`, outlineOffset: -2 },
          // MUI mixes the two with the primary colour, which here has no transparency.
          '&.Mui-selected.Mui-focusVisible': { background: t.selected },
        },
      },
    },
    MuiDialog: {
      styleOverrides: {
        paper: { border: 0, borderRadius: 6, boxShadow: shadows.dialog, margin: 24, maxHeight: 'calc(100% - 48px)', '&:focus-visible': { outline: 'none' } },
        container: { '&:focus-visible': { outline: 'none' } },
        root: { '& > .MuiBackdrop-root': { background: 'rgba(31,27,24,.36)' } },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 400, enterNextDelay: 100 },
      styleOverrides: {
        tooltip: { background: t.ink, color: '#fff', fontSize: 12, lineHeight: '16px', fontWeight: 400, padding: '4px 8px', borderRadius: 2, maxWidth: 320 },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          height: 32,
          padding: 0,
          fontSize: 13,
          lineHeight: '20px',
          background: t.paper,
          borderRadius: 2,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: t['line-2'] },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: t['line-3'] },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: t.focus, borderWidth: 2 },
          '&.Mui-error': { background: t['short-wash'] },
          '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: t.short },
          '&.Mui-error.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: t.focus },
          '&.Mui-disabled': { background: t['ground-2'] },
          '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderColor: t.line },
        },
        input: {
          padding: '0 8px',
          height: 32,
          '&:focus-visible': { outline: 'none' },
          '&::placeholder': { color: t['ink-3'], opacity: 1 },
          '&.Mui-disabled': { WebkitTextFillColor: t['ink-3'] },
        },
        notchedOutline: { top: 0, '& legend': { display: 'none' } },
      },
    },
    MuiSelect: {
      defaultProps: { size: 'small', displayEmpty: true },
      styleOverrides: {
        select: { lineHeight: '32px', minHeight: '32px !important', padding: '0 28px 0 8px !important', '&:focus': { background: 'transparent' } },
        icon: { right: 8, top: 'auto', color: t['ink-3'] },
      },
    },
    MuiAutocomplete: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        paper: { border: 0, borderRadius: 6, boxShadow: shadows.popover, marginTop: 4, width: 'max-content', minWidth: '100%', maxWidth: 480 },
        listbox: { padding: '4px 0', maxHeight: 320 },
        option: { minHeight: '32px !important', padding: '4px 12px !important', fontSize: 13, lineHeight: '20px' },
        noOptions: { padding: '8px 12px', fontSize: 13, color: t['ink-3'] },
        loading: { padding: '8px 12px', fontSize: 13, color: t['ink-3'] },
        popupIndicator: { width: 24, height: 24, padding: 0, color: t['ink-3'] },
        clearIndicator: { width: 24, height: 24, padding: 0, color: t['ink-3'] },
        inputRoot: { padding: '0 !important', '& .MuiAutocomplete-input': { padding: '0 8px !important' } },
      },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 48 }, indicator: { height: 2, background: t.red } } },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 48,
          minWidth: 0,
          padding: '0 12px',
          fontSize: 14,
          textTransform: 'none',
          fontWeight: 400,
          color: t['ink-2'],
          opacity: 1,
          gap: 6,
          flexDirection: 'row',
          '&.Mui-selected': { color: t.ink, fontWeight: 600 },
          '&.Mui-focusVisible': { outline: `2px solid ${t.focus}`, outlineOffset: -4 },
        },
      },
    },
    MuiSnackbar: { defaultProps: { anchorOrigin: { vertical: 'bottom', horizontal: 'left' } } },
  },
})

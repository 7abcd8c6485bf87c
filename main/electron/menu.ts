import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'

/** The page handles these keys itself; the menu only shows them, so that a key never works twice. */
const shown = (label: string, accelerator: string | undefined, click: () => void): MenuItemConstructorOptions => ({
  label,
  ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  click,
})

/** The program's menu in Chinese. Commands go to the page by name; what the system knows how to do stays with the system. */
export function installMenu(command: (name: string) => void, logFolder: string): void {
  const item = (label: string, name: string, accelerator?: string) => shown(label, accelerator, () => command(name))
  const developing: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ type: 'separator' }, { role: 'toggleDevTools', label: '开发者工具' }]
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件',
      submenu: [
        item('导入…', 'import'),
        item('打印与导出…', 'forms', 'Ctrl+P'),
        { type: 'separator' },
        item('锁定', 'lock', 'Ctrl+L'),
        { type: 'separator' },
        { role: 'quit', label: '退出' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        item('撤销上一次改动', 'undo', 'Ctrl+Z'),
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
        { type: 'separator' },
        item('查找…', 'search', 'Ctrl+K'),
      ],
    },
    {
      label: '查看',
      submenu: [
        item('首页', 'home'),
        item('刷新', 'refresh', 'F5'),
        { type: 'separator' },
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
        ...developing,
      ],
    },
    {
      label: '帮助',
      submenu: [
        item('键盘操作', 'shortcuts', 'F1'),
        { label: '打开日志文件夹', click: () => void shell.openPath(logFolder) },
        { type: 'separator' },
        item('关于组工台账', 'about'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

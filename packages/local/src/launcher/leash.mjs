// Loaded before anything else into a process of the platform (`node --import`). A parent killed with -9 cannot say
// good-bye; its channel closes, and the whole group of this process (workerd, esbuild) ends with it.

process.on('disconnect', () => {
  try {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL')
  } catch {
    process.exit(1)
  }
})

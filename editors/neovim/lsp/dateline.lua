--- Dateline for Neovim 0.11 and later: `vim.lsp.enable('dateline')` finds this file on the runtime path.
--- The server looks after plain text and Markdown. Its workspace is the nearest folder above the article that has a
--- dateline.toml, else the repository; an article in neither is checked by itself.

---@type vim.lsp.Config
return {
  cmd = { 'dateline', 'lsp' },
  filetypes = { 'text', 'markdown' },
  root_markers = { 'dateline.toml', '.git' },
}

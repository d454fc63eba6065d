-- The Neovim of the picture: what editors/neovim/README.md tells a reader to set up, the cursor on a name, its hover open.
-- Run by docs/pictures/make: nvim --clean -u neovim.lua ARTICLE, with NEEDLE in the environment as the name.
local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
vim.opt.runtimepath:prepend(vim.fs.joinpath(vim.fs.dirname(vim.fs.dirname(here)), 'editors/neovim'))
vim.o.termguicolors, vim.o.background = true, 'dark'
vim.o.linebreak, vim.o.swapfile, vim.o.shortmess = true, false, vim.o.shortmess .. 'FI'
vim.o.winborder = 'rounded'
vim.opt.fillchars = { eob = ' ' }
vim.lsp.enable('dateline')

for kind, color in pairs({ class = '#8cf8f7', keyword = '#fce094', namespace = '#b3f6c0', interface = '#a6dbff', number = '#ffcaff' }) do
  vim.api.nvim_set_hl(0, '@lsp.type.' .. kind, { fg = color })
end

--- Breaks a message where a screen of 110 columns ends: virtual lines do not wrap.
local function wrapped(diagnostic)
  local lines, line = {}, ''
  for word in (diagnostic.message .. ' [' .. diagnostic.code .. ']'):gmatch('%S+') do
    if #line + #word > 90 then
      table.insert(lines, line)
      line = ''
    end
    line = line == '' and word or line .. ' ' .. word
  end
  return table.concat(lines, '\n') .. (lines[1] and '\n' or '') .. line
end
vim.diagnostic.config({ virtual_lines = { current_line = true, format = wrapped } })

vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    if #vim.diagnostic.get(0) == 0 then
      return
    end
    vim.fn.search(vim.env.NEEDLE, 'w')
    -- below the line and its diagnostic
    vim.defer_fn(function()
      vim.lsp.buf.hover({ offset_y = tonumber(vim.env.BELOW), max_width = 100 })
    end, 500)
  end,
  once = false,
})

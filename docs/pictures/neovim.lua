-- The Neovim of the picture: what editors/neovim/README.md tells a reader to set up, the cursor on a name, its hover open.
-- Run by docs/pictures/make: nvim --clean -u neovim.lua ARTICLE, with NEEDLE in the environment as the
-- name, and BELOW as how many rows below it the hover is to open.
local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
vim.opt.runtimepath:prepend(vim.fs.joinpath(vim.fs.dirname(vim.fs.dirname(here)), 'editors/neovim'))
vim.o.termguicolors, vim.o.background = true, 'dark'
vim.o.linebreak, vim.o.swapfile, vim.o.shortmess = true, false, vim.o.shortmess .. 'FI'
vim.o.winborder = 'rounded'
vim.opt.fillchars = { eob = ' ' }
vim.lsp.enable('dateline')

local colors = { class = 'Cyan', keyword = 'Yellow', namespace = 'Green', interface = 'Blue', number = 'Magenta' }
for kind, color in pairs(colors) do
  vim.api.nvim_set_hl(0, ('@lsp.type.%s.text'):format(kind), { fg = 'NvimLight' .. color })
end

--- Breaks a message where a screen of 110 columns ends: virtual lines do not wrap.
local function wrapped(diagnostic)
  local lines, line = {}, ''
  for word in (diagnostic.message .. ' [' .. diagnostic.code .. ']'):gmatch('%S+') do
    if #line + #word > 100 then
      table.insert(lines, line)
      line = ''
    end
    line = line == '' and word or line .. ' ' .. word
  end
  return table.concat(lines, '\n') .. (lines[1] and '\n' or '') .. line
end
vim.diagnostic.config({ virtual_lines = { current_line = true, format = wrapped } })

-- Findings have come: the cursor on the name, and the hover below the line and its diagnostic.
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    if #vim.diagnostic.get(0) > 0 then
      vim.fn.search(vim.env.NEEDLE, 'w')
      vim.defer_fn(function()
        vim.lsp.buf.hover({ offset_y = tonumber(vim.env.BELOW), width = vim.o.columns - 2 })
      end, 500)
      return true -- once
    end
  end,
})

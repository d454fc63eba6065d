-- Dateline in Neovim, worked as a reader of the README would work it: the folder editors/neovim is put on the runtime
-- path, `vim.lsp.enable('dateline')`, an article is opened, keys are pressed.
--
-- Run by tests/editors/run as `nvim --clean --headless -l neovim.lua`, with the server as `dateline` on the PATH and the
-- XDG folders somewhere temporary. Prints a line a check; the exit status is 0 only if all of them hold. A server that
-- does not answer fails them all, at once.

local plugin = vim.fs.joinpath(vim.fs.dirname(vim.fs.dirname(vim.fs.dirname(vim.fs.abspath(_G.arg[0])))), 'editors/neovim')

-- The workspace: one article with a slip, for Li Qiang was vice premier never and Premier since March 2023, and a clean one.
local SLIP = [[
China
Lake provinces agree on reed beds
2024.03.22 / Source: Xinhua

CHANGSHA, March 22 (Xinhua) -- Vice Premier Li Qiang asked three lake provinces on Friday to cut their reeds in the same week, so that the cranes find one quiet shore.

Li spoke at a meeting in Changsha, capital of central China's Hunan Province. "A crane reads no map," he said.
]]
local CLEAN = [[
---
title: Harbor pilots compare tide tables
date: 2024-04-10
---

# Harbor pilots compare tide tables

QINGDAO, April 10 (Xinhua) -- Premier Li Qiang told harbor pilots on Wednesday that a tide table is a promise.

The pilots met in Qingdao, east China's Shandong Province. Li was given a tide table for the next hundred years.
]]

local function workspace()
  local root = vim.fn.tempname()
  vim.fn.mkdir(root, 'p')
  root = vim.uv.fs_realpath(root)
  for name, text in pairs({ ['dateline.toml'] = '', ['reed-beds.txt'] = SLIP, ['tide-tables.md'] = CLEAN }) do
    local file = assert(io.open(vim.fs.joinpath(root, name), 'wb'))
    file:write(text)
    file:close()
  end
  return root
end

-- Checks ------------------------------------------------------------------------------------------------------------

local passed, failed = 0, 0

local function say(line)
  io.stdout:write(line, '\n')
  io.stdout:flush()
end

--- Runs `body`; the check holds unless it raises an error.
local function check(name, body)
  local ok, why = pcall(body)
  if ok then
    passed = passed + 1
    say('ok   ' .. name)
  else
    failed = failed + 1
    say(('FAIL %s: %s'):format(name, (tostring(why):gsub('^.-:%d+: ', ''):gsub('\n', ' | '))))
  end
end

local function equal(what, got, want)
  if not vim.deep_equal(got, want) then
    error(('%s is %s, not %s'):format(what, vim.inspect(got, { newline = ' ', indent = '' }), vim.inspect(want, { newline = ' ', indent = '' })))
  end
end

local function contains(what, text, ...)
  for _, words in ipairs({ ... }) do
    if not text:find(words, 1, true) then
      error(('%s does not say "%s": %s'):format(what, words, text))
    end
  end
end

-- The server --------------------------------------------------------------------------------------------------------

local DEADLINE = vim.uv.hrtime() + 60e9
local client ---@type vim.lsp.Client?
local exit ---@type { code: integer, signal: integer }?
local silent = false -- the server once let a wait run out before it was initialized

--- Lets Neovim work until `condition` holds. Does not wait for a server that has gone.
local function await(what, condition)
  local patience = math.min(5e9, math.max(0, DEADLINE - vim.uv.hrtime())) / 1e6
  local function over()
    return condition() or exit ~= nil
  end
  vim.wait(silent and 0 or patience, over, 5)
  if not condition() then
    silent = silent or not client
    error('waited in vain for ' .. what)
  end
end

local function children()
  return vim.api.nvim_get_proc_children(vim.fn.getpid())
end

--- Waits until a server serves the buffer; the client is then `client`.
local function attach()
  client, exit = nil, nil
  await('a server', function()
    local found = vim.lsp.get_clients({ bufnr = 0, name = 'dateline' })[1]
    client = found and found.initialized and found or nil
    return client ~= nil
  end)
end

--- Stops the server as :qa does, and waits until its process has gone.
local function stop()
  assert(client, 'there is no server')
  local pid = children()[1]
  assert(pid, 'there is no server process')
  client:stop()
  vim.wait(5000, function()
    return exit ~= nil and vim.api.nvim_get_proc(pid) == nil
  end, 5)
  assert(exit, 'the server did not end')
  equal('the exit', exit, { code = 0, signal = 0 })
  equal('the list of processes', children(), {})
end

-- The user ----------------------------------------------------------------------------------------------------------

local function press(keys)
  vim.api.nvim_feedkeys(vim.keycode(keys), 'mtx', false)
end

--- Puts the cursor on the first letter of the first `words` of the buffer.
local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\C\\V' .. words, 'cW') > 0, '"' .. words .. '" does not stand in the buffer')
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

--- What the float says that `K` on `words` opens.
local function hover(words)
  go_to(words)
  press('K')
  await('the float', float)
  local window = float()
  local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

--- The words under an extended mark.
local function marked(buffer, mark)
  local details = mark[4]
  return table.concat(vim.api.nvim_buf_get_text(buffer, mark[2], mark[3], details.end_row, details.end_col, {}), '\n')
end

--- The words of the buffer that the diagnostics underline.
local function underlined()
  local words = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local namespace = vim.diagnostic.get_namespace(diagnostic.namespace).user_data.underline_ns
    for _, mark in ipairs(namespace and vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true }) or {}) do
      table.insert(words, marked(0, mark))
    end
  end
  return words
end

local function await_underlined(want)
  await(want[1] and ('"' .. want[1] .. '" to be underlined') or 'the underline to go', function()
    return vim.deep_equal(underlined(), want)
  end)
end

--- Types what no column unit counts as the others do before the slip, and waits until the finding has moved with it. The
--- underline alone would not tell, for Neovim moves it along until the next findings come.
local function push_the_slip()
  local wide = '🐦 李强: '
  go_to('Vice Premier')
  press('i' .. wide .. '<Esc>')
  contains('the line', vim.api.nvim_get_current_line(), '-- 🐦 李强: Vice Premier Li Qiang')
  await('the finding to move', function()
    local finding = vim.diagnostic.get(0)[1]
    return finding and finding.col == #'CHANGSHA, March 22 (Xinhua) -- ' + #wide
  end)
  equal('the underlined words', underlined(), { 'Vice Premier' })
end

--- The kind of the semantic token at the first letter of `words`, and of what linked it.
local function token(words)
  go_to(words)
  local cursor = vim.api.nvim_win_get_cursor(0)
  return (vim.lsp.semantic_tokens.get_at_pos(0, cursor[1] - 1, cursor[2]) or {})[1]
end

-- The story ---------------------------------------------------------------------------------------------------------

vim.opt.runtimepath:prepend(plugin)
vim.opt.hidden = true
vim.opt.swapfile = false
vim.cmd('filetype plugin on')
vim.lsp.config('dateline', {
  on_exit = function(code, signal)
    exit = { code = code, signal = signal }
  end,
})
local published = {} ---@type table<integer, integer> how often a buffer's diagnostics came
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function(event)
    published[event.buf] = (published[event.buf] or 0) + 1
  end,
})

local root = workspace()
local slip_path, clean_path = vim.fs.joinpath(root, 'reed-beds.txt'), vim.fs.joinpath(root, 'tide-tables.md')

vim.lsp.enable('dateline')
vim.cmd.edit(slip_path)
local slip = vim.api.nvim_get_current_buf()

check('a .txt file is text, and a server attaches to it', function()
  equal('the file type', vim.bo.filetype, 'text')
  attach()
end)

check('its root is the folder of dateline.toml', function()
  assert(client, 'there is no server')
  equal('the root', client.root_dir, root)
  equal('the workspace', vim.tbl_map(function(folder)
    return vim.uri_to_fname(folder.uri)
  end, client.workspace_folders), { root })
end)

check('the slip is found: code, severity, place, message', function()
  await('a finding', function()
    return #vim.diagnostic.get(slip) > 0
  end)
  local findings = vim.diagnostic.get(slip)
  equal('the number of findings', #findings, 1)
  local finding = findings[1]
  equal('the code', finding.code, 'title-not-held')
  equal('the severity', finding.severity, vim.diagnostic.severity.WARN)
  equal('the source', finding.source, 'dateline')
  equal('the line', finding.lnum + 1, 5)
  contains('the message', finding.message, 'Li Qiang', 'Vice Premier', '22 March 2024', '11 March 2023')
end)

check('the words of the slip are underlined', function()
  await_underlined({ 'Vice Premier' })
end)

check('K on a name: names, office on the day, since when, source', function()
  local text = hover('Li Qiang')
  contains('the hover', text, 'Li Qiang', '李强', '22 March 2024', 'Premier of China', '11 March 2023', 'Source')
end)

check('K on a surname: the same person', function()
  contains('the hover', hover('Li spoke'), 'Li Qiang', '李强')
end)

check('K on a title: who held the office', function()
  contains('the hover', hover('Vice Premier'), 'Vice Premier of China', 'Ding Xuexiang', 'He Lifeng')
end)

check('K on a place: where it lies', function()
  contains('the hover', hover('Changsha, capital'), 'Changsha', '长沙', 'Hunan', 'China')
end)

check('K on a weekday: the civil day', function()
  contains('the hover', hover('Friday'), 'Friday', '22 March 2024')
end)

local function at_the_record()
  await('the record', function()
    return vim.api.nvim_get_current_buf() ~= slip
  end)
  contains('the line', vim.api.nvim_get_current_line(), 'id = "li-qiang"')
  equal('readonly', vim.bo.readonly, true)
  equal('the file type', vim.bo.filetype, 'toml')
end

check('definition goes to the line of the record, in a read-only file', function()
  go_to('Li Qiang')
  vim.lsp.buf.definition()
  at_the_record()
end)

check('CTRL-T comes back', function()
  assert(vim.api.nvim_get_current_buf() ~= slip, 'the cursor never left')
  press('<C-T>')
  equal('the file', vim.api.nvim_buf_get_name(0), slip_path)
  contains('the rest of the line', vim.api.nvim_get_current_line():sub(vim.fn.col('.')), 'Li Qiang asked')
end)

vim.api.nvim_set_current_buf(slip)

check('CTRL-] goes there too, and back', function()
  go_to('Li Qiang')
  press('<C-]>')
  at_the_record()
  press('<C-T>')
  equal('the file', vim.api.nvim_buf_get_name(0), slip_path)
end)

vim.api.nvim_set_current_buf(slip)

check('grr lists the mentions of both articles', function()
  go_to('Li Qiang')
  vim.fn.setqflist({})
  press('grr')
  await('the quickfix list', function()
    return #vim.fn.getqflist() > 0
  end)
  local places = vim.tbl_map(function(item)
    return ('%s:%d:%d'):format(vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr)), item.lnum, item.col)
  end, vim.fn.getqflist())
  table.sort(places)
  equal('the list', places, { 'reed-beds.txt:5:45', 'reed-beds.txt:7:1', 'tide-tables.md:10:60', 'tide-tables.md:8:39' })
end)

vim.cmd('silent! cclose | silent! lclose')
vim.api.nvim_set_current_buf(slip)

check('gO lists the outline', function()
  vim.fn.setloclist(0, {})
  press('gO')
  await('the location list', function()
    return #vim.fn.getloclist(0) > 0
  end)
  local outline = table.concat(vim.tbl_map(function(item)
    return item.text
  end, vim.fn.getloclist(0)), '\n')
  contains('the outline', outline, 'Lake provinces agree on reed beds', 'Li Qiang', 'Changsha', 'Hunan')
end)

vim.cmd('silent! cclose | silent! lclose')
vim.api.nvim_set_current_buf(slip)

check('document highlight marks the name and the surname', function()
  go_to('Li Qiang')
  vim.lsp.buf.document_highlight()
  local namespace = vim.api.nvim_create_namespace('nvim.lsp.references')
  local function words()
    return vim.tbl_map(function(mark)
      return marked(slip, mark)
    end, vim.api.nvim_buf_get_extmarks(slip, namespace, 0, -1, { details = true }))
  end
  await('highlights', function()
    return #words() > 0
  end)
  equal('the words', words(), { 'Li Qiang', 'Li' })
  vim.lsp.buf.clear_references()
end)

check('semantic tokens: person, title, place, organization, date', function()
  await('tokens', function()
    return token('Li Qiang') ~= nil
  end)
  for words, kind in pairs({
    ['Li Qiang'] = 'class',
    ['Vice Premier'] = 'keyword',
    ['CHANGSHA'] = 'namespace',
    ['Xinhua)'] = 'interface',
    ['March 22'] = 'number',
    ['Friday'] = 'number',
  }) do
    equal('the kind of ' .. words, (token(words) or {}).type, kind)
  end
  equal('the modifier of a name with a record', token('Li Qiang').modifiers, { definition = true })
end)

check('delete "Vice ": the finding goes', function()
  await_underlined({ 'Vice Premier' })
  go_to('Vice Premier')
  press('dw')
  contains('the line', vim.api.nvim_get_current_line(), '-- Premier Li Qiang')
  await_underlined({})
  equal('the findings', vim.diagnostic.get(slip), {})
end)

check('type it again: the finding comes back', function()
  go_to('Premier Li')
  press('iVice <Esc>')
  await_underlined({ 'Vice Premier' })
end)

check('an emoji and Chinese before it: the underlined words stay right', function()
  push_the_slip()
  contains('the hover', hover('Friday'), '22 March 2024')
end)

check('a .md file gets the same server, and nothing is found in a clean article', function()
  vim.cmd.edit(clean_path)
  equal('the file type', vim.bo.filetype, 'markdown')
  local buffer = vim.api.nvim_get_current_buf()
  await('the diagnostics', function()
    return (published[buffer] or 0) > 0
  end)
  equal('the servers', #vim.lsp.get_clients({ bufnr = buffer }), 1)
  equal('the server', vim.lsp.get_clients({ bufnr = buffer })[1].id, client and client.id)
  equal('the findings', vim.diagnostic.get(buffer), {})
  contains('the hover', hover('Li Qiang'), '10 April 2024', 'Premier of China')
end)

check('the server stops cleanly and its process goes', stop)

-- Neovim takes UTF-8 if it may choose; older ones and other editors count columns in other units.
for _, encoding in ipairs({ 'utf-16', 'utf-32' }) do
  check('the underlined words stay right in ' .. encoding, function()
    assert(client, 'there was no server')
    vim.lsp.config('dateline', { capabilities = { general = { positionEncodings = { encoding } } } })
    vim.cmd('silent! %bwipeout!')
    vim.cmd.edit(slip_path)
    attach()
    equal('the encoding', client.offset_encoding, encoding)
    await_underlined({ 'Vice Premier' })
    push_the_slip()
    stop()
  end)
end

for _, process in ipairs(children()) do
  vim.uv.kill(process, 'sigkill')
end
vim.fn.delete(root, 'rf')
os.exit(failed == 0 and 0 or 1)

autocmd BufRead,BufNewFile *.policy setfiletype tiaoli

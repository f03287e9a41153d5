# Makes the tables of RESULTS.md from the lines that bench/send keeps: middle (least to most) of all turns.
# turn;sender;text|pdf;near|far;connections;messages;seconds;CPU seconds
BEGIN {
  FS = ";"
  words["text"] = "text and HTML"; words["pdf"] = "with a PDF of 25 KB"
  words["near"] = "no delay"; words["far"] = "20 ms there and back"
}
{
  if (!($2 in known)) { known[$2] = 1; names[++count] = $2 }
  cell = $2 SUBSEP $3 SUBSEP $4 SUBSEP $5
  rate[cell, $1] = $6 / $7
  if ($8 > 0) cpu[cell, $1] = $6 / $8
  if ($1 > turns) turns = $1
  seen[$2 SUBSEP $3 SUBSEP $4] = 1
  # Each turn's best of a sender, over any number of connections.
  best = $2 SUBSEP $3 SUBSEP $4 SUBSEP $1
  if ($6 / $7 > top[best]) top[best] = $6 / $7
  if ($8 > 0 && $6 / $8 > topCpu[best]) topCpu[best] = $6 / $8
}
END {
  split("near far", distances, " "); split("text pdf", kinds, " "); columns = split("1 4 8 16 32", connections, " ")
  for (d = 1; d <= 2; d++) for (k = 1; k <= 2; k++) table(distances[d], kinds[k])
  print "\n| ua, by what is fastest, each on what connections suit it | library as it comes | any library, tuned too | smtp-source | as it comes, messages / CPU s |\n|---|---|---|---|---|"
  for (d = 1; d <= 2; d++) for (k = 1; k <= 2; k++) ratios(distances[d], kinds[k])
  print "\n| what the log costs | of messages / s | of messages / CPU s |\n|---|---|---|"
  for (d = 1; d <= 2; d++) for (k = 1; k <= 2; k++) { for (c = 1; c <= columns; c++) cost(distances[d], kinds[k], connections[c]); bestCost(distances[d], kinds[k]) }
}
function table(d, k,    n, c, line) {
  if (!((names[1] SUBSEP k SUBSEP d) in seen)) return
  printf "\n**%s, %s**\n\n", words[k], words[d]
  print "| | messages / s on 1 | 4 | 8 | 16 | 32 connections | messages / CPU s on 1 | 4 | 8 | 16 | 32 |\n|---|---|---|---|---|---|---|---|---|---|---|"
  for (n = 1; n <= count; n++) {
    line = "| " names[n]
    for (c = 1; c <= columns; c++) line = line " | " spread(rate, names[n] SUBSEP k SUBSEP d SUBSEP connections[c], 0)
    for (c = 1; c <= columns; c++) line = line " | " spread(cpu, names[n] SUBSEP k SUBSEP d SUBSEP connections[c], 0)
    print line " |"
  }
}
function library(name, tuned) { return name !~ /^ua/ && name != "smtp-source" && (tuned || name !~ / tuned$/) }
function ratios(d, k) {
  if (!(("ua" SUBSEP k SUBSEP d) in seen)) return
  printf "| %s, %s | %s | %s | %s | %s |\n", words[k], words[d], ratio(top, k, d, "asis"), ratio(top, k, d, "tuned"), ratio(top, k, d, "source"), ratio(topCpu, k, d, "asis")
}
function ratio(tops, k, d, which,    t, n, best, mine, name, r) {
  for (t = 1; t <= turns; t++) {
    best = 0
    for (n = 1; n <= count; n++) {
      name = names[n]
      if (which == "source" ? name != "smtp-source" : !library(name, which == "tuned")) continue
      mine = name SUBSEP k SUBSEP d SUBSEP t
      if ((mine in tops) && tops[mine] > best) best = tops[mine]
    }
    mine = "ua" SUBSEP k SUBSEP d SUBSEP t
    if (best && (mine in tops)) r["r", t] = tops[mine] / best
  }
  return spread(r, "r", 2)
}
function cost(d, k, c,    t, with, without, r, rc) {
  with = "ua" SUBSEP k SUBSEP d SUBSEP c
  without = "ua without log" SUBSEP k SUBSEP d SUBSEP c
  for (t = 1; t <= turns; t++) {
    if (rate[without, t] > 0 && rate[with, t] > 0) r["r", t] = 100 * (1 - rate[with, t] / rate[without, t])
    if (cpu[without, t] > 0 && cpu[with, t] > 0) rc["r", t] = 100 * (1 - cpu[with, t] / cpu[without, t])
  }
  if (("r", 1) in r) printf "| %s, %s, %d connections | %s %% | %s %% |\n", words[k], words[d], c, spread(r, "r", 0), spread(rc, "r", 0)
}
# Each on what connections suit it.
function bestCost(d, k,    t, with, without, r, rc) {
  for (t = 1; t <= turns; t++) {
    with = "ua" SUBSEP k SUBSEP d SUBSEP t
    without = "ua without log" SUBSEP k SUBSEP d SUBSEP t
    if ((without in top) && (with in top)) r["r", t] = 100 * (1 - top[with] / top[without])
    if ((without in topCpu) && (with in topCpu)) rc["r", t] = 100 * (1 - topCpu[with] / topCpu[without])
  }
  if (("r", 1) in r) printf "| %s, %s, the best of each | %s %% | %s %% |\n", words[k], words[d], spread(r, "r", 0), spread(rc, "r", 0)
}
# The middle of the values that there are, and between what they lie.
function spread(values, it, digits,    n, t, i, sorted, value, form) {
  for (t = 1; t <= turns; t++) {
    if (!((it, t) in values)) continue
    value = values[it, t]
    for (i = n++; i > 0 && sorted[i] > value; i--) sorted[i + 1] = sorted[i]
    sorted[i + 1] = value
  }
  if (!n) return ""
  form = "%." digits "f"
  value = n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
  return n == 1 ? sprintf(form, value) : sprintf(form " (" form "–" form ")", value, sorted[1], sorted[n])
}

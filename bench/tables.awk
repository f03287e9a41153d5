# Makes the tables of RESULTS.md from the lines that bench/run keeps: middle (least to most) of all turns.
BEGIN { FS = ";" }

# What counts of a process is its last third of rounds, once it is warm.
$1 == "round" {
  key = $3 SUBSEP $2
  name($3)
  rounds[key] = $4
  count[key, $4] = $5
  wall[key, $4] = $5 / $6
  cpu[key, $4] = $5 / $7
  thread[key, $4] = $8 == "" ? 0 : $5 / $8
  bytes[key, $4] = $9
  if ($2 > turns) turns = $2
}
$1 == "memory" && $4 > memory[$3] { memory[$3] = $4 }
$1 == "cold" {
  if (!(($3) in coldly)) { coldly[$3] = 1; colds[++coldCount] = $3 }
  coldWall[$3, $2] = $4
  coldCpu[$3, $2] = $5
  if ($2 > coldTurns) coldTurns = $2
}

END {
  for (n = 1; n <= nameCount; n++) for (t = 1; t <= turns; t++) warm(names[n], t)
  print "| | letters / s | letters / CPU s | of the thread | bytes a letter | peak memory |"
  print "|---|---|---|---|---|---|"
  for (n = 1; n <= nameCount; n++) {
    it = names[n]
    printf "| %s | %s | %s | %s | %d | %d MB |\n", it, spread(perSecond, it, turns, 0),
      spread(perCpu, it, turns, 0), spread(perThread, it, turns, 0), size[it], memory[it] / 1024
    if (it == "ua") printf "| ua, first round | %s | %s | | | |\n",
      spread(firstSecond, it, turns, 0), spread(firstCpu, it, turns, 0)
  }
  print "\n| letters / CPU s: ua by | warm | with its cold start |"
  print "|---|---|---|"
  for (n = 1; n <= nameCount; n++) {
    it = names[n]
    if (it == "ua") continue
    for (t = 1; t <= turns; t++) if (((it, t) in perCpu) && (("ua", t) in perCpu)) {
      ratio[it, t] = perCpu["ua", t] / perCpu[it, t]
      whole[it, t] = allCpu["ua", t] / allCpu[it, t]
    }
    if (it != "ua-merged") printf "| %s | %s | %s |\n", it, spread(ratio, it, turns, 1), spread(whole, it, turns, 1)
  }
  print "\n| first letter, from the start of the process | seconds | CPU s | by openhtmltopdf | CPU by openhtmltopdf |"
  print "|---|---|---|---|---|"
  for (n = 1; n <= coldCount; n++) {
    it = colds[n]
    for (t = 1; t <= coldTurns; t++) if (((it, t) in coldWall) && (("openhtmltopdf", t) in coldWall)) {
      coldRatio[it, t] = coldWall[it, t] / coldWall["openhtmltopdf", t]
      cpuRatio[it, t] = coldCpu[it, t] / coldCpu["openhtmltopdf", t]
    }
    printf "| %s | %s | %s | %s | %s |\n", it, spread(coldWall, it, coldTurns, 2),
      spread(coldCpu, it, coldTurns, 2), spread(coldRatio, it, coldTurns, 2), spread(cpuRatio, it, coldTurns, 2)
  }
}

function name(it) {
  if (!(it in known)) { known[it] = 1; names[++nameCount] = it }
}

function warm(it, t,    key, r, from, letters, ofAll, w, c, h, all) {
  key = it SUBSEP t
  if (!(key in rounds)) return
  from = rounds[key] - int(rounds[key] / 3)
  if (rounds[key] < 3) from = rounds[key] - 1
  for (r = 1; r <= rounds[key]; r++) {
    ofAll += count[key, r]
    all += cpu[key, r]
    if (r <= from) continue
    letters += count[key, r]
    w += wall[key, r]
    c += cpu[key, r]
    h += thread[key, r]
    size[it] = bytes[key, r]
  }
  perSecond[it, t] = letters / w
  perCpu[it, t] = letters / c
  if (h) perThread[it, t] = letters / h
  allCpu[it, t] = ofAll / all
  firstSecond[it, t] = count[key, 1] / wall[key, 1]
  firstCpu[it, t] = count[key, 1] / cpu[key, 1]
}

# The middle of the values that there are, and between what they lie.
function spread(values, it, last, digits,    n, t, i, sorted, value, form) {
  for (t = 1; t <= last; t++) {
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

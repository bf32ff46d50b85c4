"""Sentences that set what the asker says beside the conditions of a measure."""

HEAD = "对照您说的情况（仅供参考，以部门审核为准）："
MEETS = "符合：“{condition}”（您说的是{said}）"
MEETS_STEP = "符合：“{condition}”中的“{step}”一档（您说的是{said}）"
FAILS = "不符合：“{condition}”（您说的是{said}）"
UNKNOWN = "需向部门核实：“{condition}”（您说的是{said}，是不是这一条所指的，要由部门认定）"
SILENT = "需向部门核实：“{condition}”"
MORE = "另有{count}项条件需向部门核实，请看全文。"

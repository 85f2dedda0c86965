#pragma once
// The run functions of all commands, each in its cmd_<name>.cpp. Only command.cpp includes this.

#include "app/command.h"

namespace app {

ExitStatus run_check(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_compare(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_correct(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_evaluate(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_export(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_import(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_ingest(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_inspect(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_labels(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_merge(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_plan(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_read(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_reports(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_search(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_tables(const Command& command, const Arguments& arguments, Console& console);
ExitStatus run_work(const Command& command, const Arguments& arguments, Console& console);

}  // namespace app

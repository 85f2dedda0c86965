#include "parsers/decimal.h"

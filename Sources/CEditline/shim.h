// libedit, with typed names for its variadic calls, which Swift cannot make.
#pragma once
#include <histedit.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

typedef wchar_t *(*lc_el_prompt_function)(EditLine *);
typedef int (*lc_el_getc_function)(EditLine *, wchar_t *);
typedef unsigned char (*lc_el_function)(EditLine *, wint_t);
typedef int (*lc_el_history_function)(void *, HistEventW *, int, ...);

static inline int lc_el_prompt(EditLine *el, lc_el_prompt_function f, wchar_t escape) {
    return el_wset(el, EL_PROMPT_ESC, f, escape);
}
static inline int lc_el_getc(EditLine *el, lc_el_getc_function f) { return el_wset(el, EL_GETCFN, f); }
static inline int lc_el_int(EditLine *el, int option, int value) { return el_wset(el, option, value); }
static inline int lc_el_editor(EditLine *el, const wchar_t *name) { return el_wset(el, EL_EDITOR, name); }
static inline int lc_el_add(EditLine *el, const wchar_t *name, const wchar_t *help, lc_el_function f) {
    return el_wset(el, EL_ADDFN, name, help, f);
}
static inline int lc_el_bind(EditLine *el, const wchar_t *key, const wchar_t *function) {
    return el_wset(el, EL_BIND, key, function, (wchar_t *)NULL);
}
static inline int lc_el_setty(EditLine *el, const wchar_t *mode, const wchar_t *flag) {
    return el_wset(el, EL_SETTY, mode, flag, (wchar_t *)NULL);
}
static inline int lc_el_refresh(EditLine *el) { return el_wset(el, EL_REFRESH); }
static inline int lc_el_use_history(EditLine *el, HistoryW *history) {
    return el_wset(el, EL_HIST, history_w, history);
}
static inline int lc_history_size(HistoryW *history, int size) {
    HistEventW event;
    return history_w(history, &event, H_SETSIZE, size);
}
static inline int lc_history_unique(HistoryW *history) {
    HistEventW event;
    return history_w(history, &event, H_SETUNIQUE, 1);
}
static inline int lc_history_enter(HistoryW *history, const wchar_t *text) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, text);
}
/// An editor on the process's standard streams, which Swift does not import as constants.
static inline EditLine *lc_el_standard(const char *name) { return el_init(name, stdin, stdout, stderr); }
static inline void lc_flush(void) { fflush(stdout); }

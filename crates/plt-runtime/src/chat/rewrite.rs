//! Rewrites the syntax tree of a template: operators whose meaning in Python differs from the
//! template engine's, or whose cost the engine does not count, become filters of ours.
//!
//! The names of these filters are no identifiers, so that a template cannot mean them by accident.

use std::collections::HashSet;

use minijinja::Value;
use minijinja::machinery::Span;
use minijinja::machinery::ast::{self, BinOpKind, CallArg, CompareOpKind, Expr, Spanned, Stmt};

use super::methods;

/// Rewrites a template.
pub(super) fn rewrite<'a>(template: &Stmt<'a>) -> Stmt<'a> {
    let mut rewriter = Rewriter::default();
    // Macros may be called before they are declared: the first pass finds the variadic ones.
    rewriter.stmt(template);
    rewriter.stmt(template)
}

#[derive(Default)]
struct Rewriter<'a> {
    /// Macros that take any number of arguments: they name `varargs` or `kwargs`.
    variadic: HashSet<&'a str>,
    /// Whether the macro in hand does so.
    varies: bool,
}

fn spanned<T>(node: T, span: Span) -> Spanned<T> {
    Spanned::new(node, span)
}

fn constant<'a>(value: impl Into<Value>, span: Span) -> Expr<'a> {
    Expr::Const(spanned(ast::Const { value: value.into() }, span))
}

fn filter<'a>(name: &'a str, expr: Expr<'a>, args: Vec<CallArg<'a>>, span: Span) -> Expr<'a> {
    Expr::Filter(spanned(ast::Filter { name, expr: Some(expr), args }, span))
}

fn variable<'a>(id: &'a str, span: Span) -> Expr<'a> {
    Expr::Var(spanned(ast::Var { id }, span))
}

fn compare_name(op: CompareOpKind) -> &'static str {
    match op {
        CompareOpKind::Eq => "==",
        CompareOpKind::Ne => "!=",
        CompareOpKind::Lt => "<",
        CompareOpKind::Lte => "<=",
        CompareOpKind::Gt => ">",
        CompareOpKind::Gte => ">=",
        CompareOpKind::In => "in",
        CompareOpKind::NotIn => "not-in",
    }
}

/// Returns the filter of an operator, or `None` if the engine's operator is Python's.
fn operator(op: BinOpKind) -> Option<&'static str> {
    Some(match op {
        BinOpKind::Add => "+",
        BinOpKind::Mul => "*",
        BinOpKind::Rem => "%",
        BinOpKind::Concat => "~",
        BinOpKind::Eq => "==",
        BinOpKind::Ne => "!=",
        BinOpKind::Lt => "<",
        BinOpKind::Lte => "<=",
        BinOpKind::Gt => ">",
        BinOpKind::Gte => ">=",
        BinOpKind::In => "in",
        BinOpKind::ScAnd
        | BinOpKind::ScOr
        | BinOpKind::Sub
        | BinOpKind::Div
        | BinOpKind::FloorDiv
        | BinOpKind::Pow => return None,
    })
}

impl<'a> Rewriter<'a> {
    fn stmts(&mut self, stmts: &[Stmt<'a>]) -> Vec<Stmt<'a>> {
        stmts.iter().map(|stmt| self.stmt(stmt)).collect()
    }

    fn stmt(&mut self, stmt: &Stmt<'a>) -> Stmt<'a> {
        match stmt {
            Stmt::Template(node) => {
                let children = self.stmts(&node.children);
                Stmt::Template(spanned(ast::Template { children }, node.span()))
            }
            Stmt::EmitExpr(node) => {
                let expr = self.expr(&node.expr);
                Stmt::EmitExpr(spanned(ast::EmitExpr { expr }, node.span()))
            }
            Stmt::EmitRaw(node) => {
                Stmt::EmitRaw(spanned(ast::EmitRaw { raw: node.raw }, node.span()))
            }
            Stmt::ForLoop(node) => {
                let for_loop = ast::ForLoop {
                    target: self.expr(&node.target),
                    iter: filter("iterable", self.expr(&node.iter), Vec::new(), node.iter.span()),
                    filter_expr: self.optional(&node.filter_expr),
                    recursive: node.recursive,
                    body: self.stmts(&node.body),
                    else_body: self.stmts(&node.else_body),
                };
                Stmt::ForLoop(spanned(for_loop, node.span()))
            }
            Stmt::IfCond(node) => {
                let if_cond = ast::IfCond {
                    expr: self.expr(&node.expr),
                    true_body: self.stmts(&node.true_body),
                    false_body: self.stmts(&node.false_body),
                };
                Stmt::IfCond(spanned(if_cond, node.span()))
            }
            Stmt::WithBlock(node) => {
                // All values are of the scope outside, so they are assigned at once.
                let pairs = node.assignments.iter();
                let (targets, values): (Vec<_>, Vec<_>) =
                    pairs.map(|(a, b)| (self.expr(a), self.expr(b))).unzip();
                let target = Expr::List(spanned(ast::List { items: targets }, node.span()));
                let value = Expr::Tuple(spanned(ast::Tuple { items: values }, node.span()));
                let assignments = match node.assignments.is_empty() {
                    true => Vec::new(),
                    false => vec![(target, value)],
                };
                let body = self.stmts(&node.body);
                Stmt::WithBlock(spanned(ast::WithBlock { assignments, body }, node.span()))
            }
            Stmt::Set(node) => self.set(node),
            Stmt::SetBlock(node) => {
                let set = ast::SetBlock {
                    target: self.target(&node.target),
                    filter: self.optional(&node.filter),
                    body: self.stmts(&node.body),
                };
                Stmt::SetBlock(spanned(set, node.span()))
            }
            Stmt::AutoEscape(node) => {
                let (enabled, body) = (self.expr(&node.enabled), self.stmts(&node.body));
                Stmt::AutoEscape(spanned(ast::AutoEscape { enabled, body }, node.span()))
            }
            Stmt::FilterBlock(node) => {
                let block = ast::FilterBlock {
                    filter: self.expr(&node.filter),
                    filter_span: node.filter_span,
                    body: self.stmts(&node.body),
                };
                Stmt::FilterBlock(spanned(block, node.span()))
            }
            Stmt::Block(node) => {
                let (name, required) = (node.name, node.required);
                let body = self.stmts(&node.body);
                Stmt::Block(spanned(ast::Block { name, required, body }, node.span()))
            }
            Stmt::Import(node) => {
                let (expr, name) = (self.expr(&node.expr), self.target(&node.name));
                Stmt::Import(spanned(ast::Import { expr, name }, node.span()))
            }
            Stmt::FromImport(node) => {
                let names = node.names.iter();
                let names = names.map(|(a, b)| (self.expr(a), self.optional(b))).collect();
                let expr = self.expr(&node.expr);
                Stmt::FromImport(spanned(ast::FromImport { expr, names }, node.span()))
            }
            Stmt::Extends(node) => {
                let name = self.expr(&node.name);
                Stmt::Extends(spanned(ast::Extends { name }, node.span()))
            }
            Stmt::Include(node) => {
                // There are no other templates. jinja2 says so even if a missing one is ignored.
                let include = ast::Include { name: self.expr(&node.name), ignore_missing: false };
                Stmt::Include(spanned(include, node.span()))
            }
            Stmt::Macro(node) => Stmt::Macro(self.declare(node)),
            Stmt::CallBlock(node) => {
                let block = ast::CallBlock {
                    call: spanned(self.call(&node.call), node.call.span()),
                    call_expr_span: node.call_expr_span,
                    macro_decl: self.declare(&node.macro_decl),
                };
                Stmt::CallBlock(spanned(block, node.span()))
            }
            Stmt::Continue(node) => Stmt::Continue(spanned(ast::Continue, node.span())),
            Stmt::Break(node) => Stmt::Break(spanned(ast::Break, node.span())),
            Stmt::Do(node) => {
                let call = spanned(self.call(&node.call), node.call.span());
                Stmt::Do(spanned(ast::Do { call }, node.span()))
            }
        }
    }

    /// Rewrites an assignment. That to an attribute becomes a filter: a namespace of ours counts
    /// as one of the values that a rendering has to release.
    fn set(&mut self, node: &Spanned<ast::Set<'a>>) -> Stmt<'a> {
        let (span, value) = (node.span(), self.expr(&node.expr));
        match &node.target {
            Expr::GetAttr(target) => {
                let args = vec![CallArg::Pos(constant(target.name, span)), CallArg::Pos(value)];
                let expr = filter(".=", self.expr(&target.expr), args, span);
                Stmt::EmitExpr(spanned(ast::EmitExpr { expr }, span))
            }
            target => {
                let target = self.target(target);
                Stmt::Set(spanned(ast::Set { target, expr: value }, span))
            }
        }
    }

    /// Copies the target of an assignment.
    fn target(&mut self, target: &Expr<'a>) -> Expr<'a> {
        match target {
            Expr::GetAttr(node) => {
                let get = ast::GetAttr { expr: self.target(&node.expr), name: node.name };
                Expr::GetAttr(spanned(get, node.span()))
            }
            other => self.expr(other),
        }
    }

    /// Rewrites a macro. A variadic one has two more arguments, see [`super::operators::call_variadic`].
    fn declare(&mut self, node: &Spanned<ast::Macro<'a>>) -> Spanned<ast::Macro<'a>> {
        let outer = std::mem::take(&mut self.varies);
        let span = node.span();
        let mut args: Vec<_> = node.args.iter().map(|arg| self.expr(arg)).collect();
        // A default may name an argument before it, so the body computes it.
        let with_default = node.args.iter().skip(node.args.len() - node.defaults.len());
        let mut body: Vec<_> = with_default
            .zip(&node.defaults)
            .map(|(arg, value)| self.default_of(arg, value))
            .collect();
        body.extend(self.stmts(&node.body));
        let mut defaults: Vec<_> =
            node.defaults.iter().map(|_| constant(Value::UNDEFINED, span)).collect();
        if std::mem::replace(&mut self.varies, outer) {
            self.variadic.insert(node.name);
            args.extend(["varargs", "kwargs"].map(|name| variable(name, span)));
            defaults.push(Expr::Tuple(spanned(ast::Tuple { items: Vec::new() }, span)));
            let empty = ast::Map { keys: Vec::new(), values: Vec::new() };
            defaults.push(Expr::Map(spanned(empty, span)));
        }
        spanned(ast::Macro { name: node.name, args, defaults, body }, span)
    }

    /// Returns `{% if arg is undefined %}{% set arg = value %}{% endif %}`.
    fn default_of(&mut self, arg: &Expr<'a>, value: &Expr<'a>) -> Stmt<'a> {
        let span = value.span();
        let set = ast::Set { target: self.expr(arg), expr: self.expr(value) };
        let test = ast::Test { name: "undefined", expr: self.expr(arg), args: Vec::new() };
        let if_cond = ast::IfCond {
            expr: Expr::Test(spanned(test, span)),
            true_body: vec![Stmt::Set(spanned(set, span))],
            false_body: Vec::new(),
        };
        Stmt::IfCond(spanned(if_cond, span))
    }

    fn optional(&mut self, expr: &Option<Expr<'a>>) -> Option<Expr<'a>> {
        expr.as_ref().map(|expr| self.expr(expr))
    }

    fn exprs(&mut self, exprs: &[Expr<'a>]) -> Vec<Expr<'a>> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn args(&mut self, args: &[CallArg<'a>]) -> Vec<CallArg<'a>> {
        let arg = |arg: &CallArg<'a>| match arg {
            CallArg::Pos(expr) => CallArg::Pos(self.expr(expr)),
            CallArg::Kwarg(name, expr) => CallArg::Kwarg(name, self.expr(expr)),
            CallArg::PosSplat(expr) => CallArg::PosSplat(self.expr(expr)),
            CallArg::KwargSplat(expr) => CallArg::KwargSplat(self.expr(expr)),
        };
        args.iter().map(arg).collect()
    }

    /// Rewrites what is called and the arguments. The engine treats `name(…)` and `value.name(…)`
    /// as calls of their own kind, so these stay as they are.
    fn call(&mut self, node: &ast::Call<'a>) -> ast::Call<'a> {
        let expr = match &node.expr {
            Expr::GetAttr(get) => {
                let attribute = ast::GetAttr { expr: self.expr(&get.expr), name: get.name };
                Expr::GetAttr(spanned(attribute, get.span()))
            }
            other => self.expr(other),
        };
        ast::Call { expr, args: self.args(&node.args) }
    }

    fn expr(&mut self, expr: &Expr<'a>) -> Expr<'a> {
        let span = expr.span();
        match expr {
            Expr::Var(node) => {
                self.varies |= matches!(node.id, "varargs" | "kwargs");
                variable(node.id, span)
            }
            Expr::Const(node) => constant(node.value.clone(), span),
            Expr::Slice(node) => {
                let bounds = [&node.start, &node.stop, &node.step];
                let bound = |bound: &Option<Expr<'a>>| {
                    CallArg::Pos(self.optional(bound).unwrap_or_else(|| constant((), span)))
                };
                let args = bounds.map(bound).into();
                filter("[:]", self.expr(&node.expr), args, span)
            }
            Expr::UnaryOp(node) => {
                #[allow(
                    clippy::needless_match,
                    reason = "the kind can be neither copied nor cloned"
                )]
                let op = match node.op {
                    ast::UnaryOpKind::Not => ast::UnaryOpKind::Not,
                    ast::UnaryOpKind::Neg => ast::UnaryOpKind::Neg,
                };
                let expr = self.expr(&node.expr);
                Expr::UnaryOp(spanned(ast::UnaryOp { op, expr }, span))
            }
            Expr::BinOp(node) => {
                let (left, right) = (self.expr(&node.left), self.expr(&node.right));
                match operator(node.op) {
                    Some(name) => filter(name, left, vec![CallArg::Pos(right)], span),
                    None => Expr::BinOp(spanned(ast::BinOp { op: node.op, left, right }, span)),
                }
            }
            Expr::Compare(node) => {
                let operands = node.ops.iter().flat_map(|op| {
                    let name = constant(compare_name(op.op), span);
                    [CallArg::Pos(name), CallArg::Pos(self.expr(&op.expr))]
                });
                let args = operands.collect();
                filter("compare-all", self.expr(&node.expr), args, span)
            }
            Expr::IfExpr(node) => {
                let if_expr = ast::IfExpr {
                    test_expr: self.expr(&node.test_expr),
                    true_expr: self.expr(&node.true_expr),
                    false_expr: self.optional(&node.false_expr),
                };
                Expr::IfExpr(spanned(if_expr, span))
            }
            Expr::Filter(node) => {
                let (expr, args) = (self.optional(&node.expr), self.args(&node.args));
                Expr::Filter(spanned(ast::Filter { name: node.name, expr, args }, span))
            }
            Expr::Test(node) => {
                let (expr, args) = (self.expr(&node.expr), self.args(&node.args));
                Expr::Test(spanned(ast::Test { name: node.name, expr, args }, span))
            }
            Expr::GetAttr(node) => {
                let expr = self.expr(&node.expr);
                if methods::is_method(node.name) {
                    let name = CallArg::Pos(constant(node.name, span));
                    return filter(".", expr, vec![name], span);
                }
                Expr::GetAttr(spanned(ast::GetAttr { expr, name: node.name }, span))
            }
            Expr::GetItem(node) => {
                let expr = self.expr(&node.expr);
                let subscript_expr = self.expr(&node.subscript_expr);
                let is_plain = match &subscript_expr {
                    Expr::Const(key) => match key.value.as_str() {
                        Some(name) => !methods::is_method(name),
                        None => key.value.is_integer(),
                    },
                    _ => false,
                };
                if !is_plain {
                    return filter("[]", expr, vec![CallArg::Pos(subscript_expr)], span);
                }
                Expr::GetItem(spanned(ast::GetItem { expr, subscript_expr }, span))
            }
            Expr::Call(node) => {
                let call = self.call(node);
                match call.expr {
                    Expr::GetAttr(ref get) if matches!(get.name, "changed" | "cycle") => {
                        let name = if get.name == "cycle" { "loop-cycle" } else { "loop-changed" };
                        filter(name, self.attribute_owner(node), call.args, span)
                    }
                    Expr::Var(ref name) if self.variadic.contains(name.id) => {
                        let name = variable(name.id, span);
                        filter("call-variadic", name, call.args, span)
                    }
                    _ => Expr::Call(spanned(call, span)),
                }
            }
            Expr::List(node) => {
                let items = self.exprs(&node.items);
                Expr::List(spanned(ast::List { items }, span))
            }
            Expr::Tuple(node) => {
                let items = self.exprs(&node.items);
                Expr::Tuple(spanned(ast::Tuple { items }, span))
            }
            Expr::Map(node) => self.map(node, span),
        }
    }

    /// Returns `value` of a call of `value.name`.
    fn attribute_owner(&mut self, node: &ast::Call<'a>) -> Expr<'a> {
        match &node.expr {
            Expr::GetAttr(get) => self.expr(&get.expr),
            other => self.expr(other),
        }
    }

    /// Rewrites a dict. Keys that are no constants have to be hashable.
    fn map(&mut self, node: &ast::Map<'a>, span: Span) -> Expr<'a> {
        let key = |key: &Expr<'a>| match key {
            Expr::Const(_) => self.expr(key),
            key => filter("hashable", self.expr(key), Vec::new(), span),
        };
        let keys = node.keys.iter().map(key).collect();
        let values = self.exprs(&node.values);
        Expr::Map(spanned(ast::Map { keys, values }, span))
    }
}

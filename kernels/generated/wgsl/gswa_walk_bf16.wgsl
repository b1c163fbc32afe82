var<workgroup> shared_v101: array<vec4<f32>, 64>;
var<workgroup> shared_v105: array<vec4<f32>, 544>;
var<workgroup> shared_v109: array<f32, 128>;
var<workgroup> shared_v113: array<f32, 4>;
var<workgroup> shared_v117: array<f32, 4>;
var<workgroup> shared_v121: array<f32, 4>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<vec2<u32>>;
@group(0) @binding(2) var<storage, read_write> v9: array<vec4<f32>>;
@group(0) @binding(1) var<storage, read_write> v5: array<vec4<f32>>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<f32>>;
struct info_st { scalars_usize: array<u32, 2>, scalars_f32: array<f32, 2>, static_meta: array<u32, 6> }
@group(0) @binding(6) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn gswa_walk_kerneln_4_w_2_ce38ff99(@builtin(local_invocation_index) v1283: u32, @builtin(workgroup_id) v1287: vec3<u32>, @builtin(num_workgroups) v1289: vec3<u32>) {
let v1317 = &v21;
let v1318 = &v17;
let v1319 = &v13;
let v1320 = &v9;
let v1321 = &v5;
let v1322 = &v1;
let v3 = u32(0);
let v25 = info_var.scalars_usize[0];
let v26 = info_var.scalars_usize[1];
let v27 = info_var.scalars_f32[0];
let v1288 = v1287[2];
let v1267 = u32(v1288);
let v1290 = v1289[1];
let v1269 = u32(v1290);
let v1270 = v1267 * v1269;
let v1291 = v1289[0];
let v1272 = u32(v1291);
let v1273 = v1270 * v1272;
let v1292 = v1287[1];
let v1275 = u32(v1292);
let v1278 = v1275 * v1272;
let v1279 = v1273 + v1278;
let v1294 = v1287[0];
let v1281 = u32(v1294);
let v1282 = v1279 + v1281;
let v33 = &(*v1318)[v3];
let v34 = *v33;
let v35 = u32(v34);
let v36 = u32(2);
let v37 = v35 * v36;
let v38 = v1282 < v37;
if v38 {
let v40 = v1282 / v36;
let v41 = u32(10);
let v42 = v40 * v41;
let v43 = u32(4);
let v44 = v43 + v42;
let v46 = v1282 % v36;
let v47 = u32(1);
let v48 = v44 + v47;
let v52 = &(*v1318)[v48];
let v53 = *v52;
let v54 = u32(v53);
let v56 = v44 + v36;
let v60 = &(*v1318)[v56];
let v61 = *v60;
let v62 = u32(v61);
let v63 = u32(3);
let v64 = v44 + v63;
let v68 = &(*v1318)[v64];
let v69 = *v68;
let v70 = u32(v69);
let v75 = &(*v1318)[v47];
let v76 = *v75;
let v77 = u32(v76);
let v79 = v44 + v43;
let v83 = &(*v1318)[v79];
let v84 = *v83;
let v85 = u32(v84);
let v87 = v85 * v43;
let v88 = v77 + v87;
let v89 = u32(5);
let v90 = v44 + v89;
let v94 = &(*v1318)[v90];
let v95 = *v94;
let v96 = u32(v95);
let v98 = v96 * v36;
let v1284 = v1283;
let v100 = u32(v1284);
let v1223 = &shared_v101;
let v103 = u32(64);
let v1224 = &shared_v105;
let v1225 = &shared_v109;
let v111 = u32(128);
let v1226 = &shared_v113;
let v1227 = &shared_v117;
let v1228 = &shared_v121;
var<function> v1229_store: u32;
let v1229 = &v1229_store;
*v1229 = v100;
loop {
let v126 = u32(16);
let v127 = v98 * v126;
let v128 = *v1229;
let v129 = v128 < v127;
if !v129 { break; }
let v131 = *v1229;
let v132 = u32(16);
let v133 = v131 / v132;
let v135 = v133 / v36;
let v137 = v135 * v43;
let v138 = v88 + v137;
let v142 = &(*v1318)[v138];
let v143 = *v142;
let v144 = u32(v143);
let v146 = v46 * v36;
let v148 = v133 % v36;
let v149 = v146 + v148;
let v151 = v144 * v43;
let v152 = v151 + v149;
let v154 = v152 * v132;
let v157 = v131 % v132;
let v158 = v154 + v157;
let v162 = &(*v1322)[v158];
let v163 = *v162;
let v168 = &(*v1223)[v131];
*v168 = v163;
let v171 = v131 + v111;
*v1229 = v171;

}
var<function> v1231_store: u32;
let v1231 = &v1231_store;
*v1231 = v100;
loop {
let v173 = *v1231;
let v174 = v173 < v98;
if !v174 { break; }
let v178 = *v1231;
let v180 = &(*v1226)[v178];
let v181 = f32(-3.4028234663852886e38);
*v180 = v181;
let v186 = &(*v1227)[v178];
let v187 = f32(0.0);
*v186 = v187;
let v190 = v178 + v111;
*v1231 = v190;

}
let v191 = u32(32);
let v192 = v100 % v191;
let v194 = v100 / v191;
let v197 = u32(16);
let v198 = v100 % v197;
let v200 = v100 / v197;
var<function> v1233_store: array<vec4<f32>, 1>= array<vec4<f32>, 1>();
let v1233 = &v1233_store;
let v207 = f32(0.0);
let v208 = vec4<f32>(v207);
let v213 = &(*v1233)[v3];
*v213 = v208;
var<function> v1234_store: u32;
let v1234 = &v1234_store;
*v1234 = v54;
loop {
let v215 = *v1234;
let v216 = v215 < v62;
if !v216 { break; }
let v221 = &(*v1318)[v44];
let v222 = *v221;
let v223 = u32(0);
let v224 = v222 == v223;
var<function> v1236_store: u32;
let v1236 = &v1236_store;
*v1236 = v100;
loop {
let v228 = *v1236;
let v229 = u32(512);
let v230 = v228 < v229;
if !v230 { break; }
let v232 = *v1236;
let v234 = v232 / v197;
let v237 = v232 % v197;
let v238 = *v1234;
let v239 = v238 + v234;
var<function> v1238_store: vec4<f32>;
let v1238 = &v1238_store;
*v1238 = v208;
let v243 = v239 < v62;
if v243 {
var<function> v1239_store: u32;
let v1239 = &v1239_store;
*v1239 = v3;
var<function> v1240_store: u32;
let v1240 = &v1240_store;
*v1240 = v3;
let v250 = true;
var<function> v1241_store: bool;
let v1241 = &v1241_store;
*v1241 = v250;
if v224 {
let v257 = &(*v1318)[v63];
let v258 = *v257;
let v259 = u32(v258);
let v260 = u32(6);
let v261 = v44 + v260;
let v265 = &(*v1318)[v261];
let v266 = *v265;
let v267 = u32(v266);
let v268 = v259 + v267;
let v269 = v239 / v25;
let v270 = v268 + v269;
let v274 = &(*v1318)[v270];
let v275 = *v274;
let v276 = u32(v275);
let v277 = v276 * v25;
let v278 = v239 % v25;
let v279 = v277 + v278;
*v1240 = v279;

} else {
let v280 = u32(8);
let v281 = v44 + v280;
let v285 = &(*v1318)[v281];
let v286 = *v285;
let v287 = u32(v286);
let v288 = v239 >= v287;
if v288 {
let v289 = false;
*v1241 = v289;
let v290 = u32(9);
let v291 = v44 + v290;
let v295 = &(*v1318)[v291];
let v296 = *v295;
let v297 = u32(v296);
let v298 = v297 + v239;
let v299 = v298 - v287;
*v1239 = v299;

} else {
let v300 = u32(6);
let v301 = v44 + v300;
let v305 = &(*v1318)[v301];
let v306 = *v305;
let v307 = u32(v306);
let v308 = u32(7);
let v309 = v44 + v308;
let v313 = &(*v1318)[v309];
let v314 = *v313;
let v315 = u32(v314);
let v316 = v239 % v315;
let v317 = v307 + v316;
*v1240 = v317;

}

}
let v318 = *v1241;
if v318 {
let v320 = *v1240;
let v323 = v320 * v36;
let v324 = v323 + v46;
let v326 = v324 * v197;
let v327 = v326 + v237;
let v331 = &(*v1319)[v327];
let v332 = *v331;
var<function> v1242_store: vec4<f32>;
let v1242 = &v1242_store;
*v1242 = v208;
let v336 = v332[0];
let v339 = u32(65535);
let v340 = v336 & v339;
let v341 = u32(16);
let v342 = v340 << u32(v341);
let v343 = bitcast<f32>(v342);
let v344 = *v1242;
let v345 = vec4<f32>(v343, v344[1], v344[2], v344[3]);
*v1242 = v345;
let v348 = v336 >> u32(v341);
let v350 = v348 & v339;
let v352 = v350 << u32(v341);
let v353 = bitcast<f32>(v352);
let v354 = *v1242;
let v355 = vec4<f32>(v354[0], v353, v354[2], v354[3]);
*v1242 = v355;
let v356 = v332[1];
let v360 = v356 & v339;
let v362 = v360 << u32(v341);
let v363 = bitcast<f32>(v362);
let v364 = *v1242;
let v365 = vec4<f32>(v364[0], v364[1], v363, v364[3]);
*v1242 = v365;
let v368 = v356 >> u32(v341);
let v370 = v368 & v339;
let v372 = v370 << u32(v341);
let v373 = bitcast<f32>(v372);
let v374 = *v1242;
let v375 = vec4<f32>(v374[0], v374[1], v374[2], v373);
*v1242 = v375;
let v376 = *v1242;
*v1238 = v376;

} else {
let v377 = *v1239;
let v379 = v377 * v36;
let v380 = v379 + v46;
let v382 = v380 * v197;
let v383 = v382 + v237;
let v387 = &(*v1321)[v383];
let v388 = *v387;
var<function> v1243_store: vec4<f32>;
let v1243 = &v1243_store;
*v1243 = v208;
let v392 = v388[0];
let v393 = bitcast<u32>(v392);
let v394 = u32(32767);
let v395 = v393 + v394;
let v396 = u32(16);
let v397 = v393 >> u32(v396);
let v398 = u32(1);
let v399 = v397 & v398;
let v400 = v395 + v399;
let v402 = v400 >> u32(v396);
let v405 = u32(64);
let v406 = v397 | v405;
let v407 = u32(2147483647);
let v408 = v393 & v407;
let v409 = u32(2139095040);
let v410 = v408 > v409;
let v411 = select(v402, v406, v410);
let v413 = v411 << u32(v396);
let v414 = bitcast<f32>(v413);
let v415 = *v1243;
let v416 = vec4<f32>(v414, v415[1], v415[2], v415[3]);
*v1243 = v416;
let v417 = v388[1];
let v418 = bitcast<u32>(v417);
let v420 = v418 + v394;
let v422 = v418 >> u32(v396);
let v424 = v422 & v398;
let v425 = v420 + v424;
let v427 = v425 >> u32(v396);
let v431 = v422 | v405;
let v433 = v418 & v407;
let v435 = v433 > v409;
let v436 = select(v427, v431, v435);
let v438 = v436 << u32(v396);
let v439 = bitcast<f32>(v438);
let v440 = *v1243;
let v441 = vec4<f32>(v440[0], v439, v440[2], v440[3]);
*v1243 = v441;
let v442 = v388[2];
let v443 = bitcast<u32>(v442);
let v445 = v443 + v394;
let v447 = v443 >> u32(v396);
let v449 = v447 & v398;
let v450 = v445 + v449;
let v452 = v450 >> u32(v396);
let v456 = v447 | v405;
let v458 = v443 & v407;
let v460 = v458 > v409;
let v461 = select(v452, v456, v460);
let v463 = v461 << u32(v396);
let v464 = bitcast<f32>(v463);
let v465 = *v1243;
let v466 = vec4<f32>(v465[0], v465[1], v464, v465[3]);
*v1243 = v466;
let v467 = v388[3];
let v468 = bitcast<u32>(v467);
let v470 = v468 + v394;
let v472 = v468 >> u32(v396);
let v474 = v472 & v398;
let v475 = v470 + v474;
let v477 = v475 >> u32(v396);
let v481 = v472 | v405;
let v483 = v468 & v407;
let v485 = v483 > v409;
let v486 = select(v477, v481, v485);
let v488 = v486 << u32(v396);
let v489 = bitcast<f32>(v488);
let v490 = *v1243;
let v491 = vec4<f32>(v490[0], v490[1], v490[2], v489);
*v1243 = v491;
let v492 = *v1243;
*v1238 = v492;

}

}
let v493 = u32(17);
let v494 = v234 * v493;
let v495 = v494 + v237;
let v499 = &(*v1224)[v495];
let v500 = *v1238;
*v499 = v500;
let v501 = *v1236;
let v503 = v501 + v111;
*v1236 = v503;

}
workgroupBarrier();
var<function> v1244_store: array<f32, 1>= array<f32, 1>();
let v1244 = &v1244_store;
let v512 = &(*v1244)[v3];
*v512 = v207;
for(var v517: u32 = v3; v517 < v197; v517 += v47) {
let v519 = u32(17);
let v520 = v192 * v519;
let v521 = v520 + v517;
let v525 = &(*v1224)[v521];
let v526 = *v525;
let v530 = min(v194, v63);
let v532 = v530 * v197;
let v533 = v532 + v517;
let v537 = &(*v1223)[v533];
let v538 = *v537;
let v539 = v526 * v538;
let v540 = v539[0];
let v546 = *v512;
let v547 = v546 + v540;
*v512 = v547;
let v548 = v539[1];
let v554 = *v512;
let v555 = v554 + v548;
*v512 = v555;
let v556 = v539[2];
let v562 = *v512;
let v563 = v562 + v556;
*v512 = v563;
let v564 = v539[3];
let v570 = *v512;
let v571 = v570 + v564;
*v512 = v571;

}
let v572 = *v1234;
let v573 = v572 + v192;
let v576 = v194 < v98;
if v576 {
let v578 = v194 / v36;
let v580 = v578 * v43;
let v581 = v88 + v580;
let v582 = v573 < v62;
var<function> v1246_store: bool;
let v1246 = &v1246_store;
if v582 {
let v584 = v581 + v47;
let v588 = &(*v1318)[v584];
let v589 = *v588;
let v590 = u32(v589);
let v591 = v573 >= v590;
*v1246 = v591;

} else {
let v593 = false;
*v1246 = v593;

}
let v594 = *v1246;
var<function> v1247_store: bool;
let v1247 = &v1247_store;
if v594 {
let v596 = v581 + v36;
let v600 = &(*v1318)[v596];
let v601 = *v600;
let v602 = u32(v601);
let v603 = v573 <= v602;
*v1247 = v603;

} else {
let v605 = false;
*v1247 = v605;

}
let v611 = *v512;
let v612 = v611 * v27;
let v613 = *v1247;
let v614 = f32(-3.4028234663852886e38);
let v615 = select(v614, v612, v613);
*v512 = v615;
let v626 = *v512;
let v628 = v194 * v191;
let v629 = v628 + v192;
let v633 = &(*v1225)[v629];
*v633 = v626;

}
workgroupBarrier();
var<function> v1248_store: u32;
let v1248 = &v1248_store;
*v1248 = v100;
loop {
let v635 = *v1248;
let v636 = v635 < v98;
if !v636 { break; }
let v640 = *v1248;
let v642 = &(*v1226)[v640];
let v643 = *v642;
var<function> v1250_store: f32;
let v1250 = &v1250_store;
*v1250 = v643;
for(var v648: u32 = v3; v648 < v191; v648 += v47) {
let v650 = *v1248;
let v652 = v650 * v191;
let v653 = v652 + v648;
let v657 = &(*v1225)[v653];
let v658 = *v657;
let v659 = *v1250;
let v660 = max(v659, v658);
*v1250 = v660;

}
let v663 = *v1248;
let v665 = &(*v1226)[v663];
let v666 = *v1250;
*v665 = v666;
let v668 = v643 - v666;
let v669 = exp(v668);
let v674 = &(*v1228)[v663];
*v674 = v669;
let v677 = v663 + v111;
*v1248 = v677;

}
workgroupBarrier();
if v576 {
let v686 = *v512;
let v687 = f32(-3.4028234663852886e38);
let v688 = v686 > v687;
let v698 = &(*v1226)[v194];
let v699 = *v698;
let v700 = v686 - v699;
let v701 = exp(v700);
let v703 = select(v207, v701, v688);
let v705 = v194 * v191;
let v706 = v705 + v192;
let v710 = &(*v1225)[v706];
*v710 = v703;

}
let v715 = *v221;
let v717 = v715 == v223;
var<function> v1252_store: u32;
let v1252 = &v1252_store;
*v1252 = v100;
loop {
let v721 = *v1252;
let v722 = u32(512);
let v723 = v721 < v722;
if !v723 { break; }
let v725 = *v1252;
let v727 = v725 / v197;
let v730 = v725 % v197;
let v731 = *v1234;
let v732 = v731 + v727;
var<function> v1254_store: vec4<f32>;
let v1254 = &v1254_store;
*v1254 = v208;
let v736 = v732 < v62;
if v736 {
var<function> v1255_store: u32;
let v1255 = &v1255_store;
*v1255 = v3;
var<function> v1256_store: u32;
let v1256 = &v1256_store;
*v1256 = v3;
let v743 = true;
var<function> v1257_store: bool;
let v1257 = &v1257_store;
*v1257 = v743;
if v717 {
let v750 = &(*v1318)[v63];
let v751 = *v750;
let v752 = u32(v751);
let v753 = u32(6);
let v754 = v44 + v753;
let v758 = &(*v1318)[v754];
let v759 = *v758;
let v760 = u32(v759);
let v761 = v752 + v760;
let v762 = v732 / v25;
let v763 = v761 + v762;
let v767 = &(*v1318)[v763];
let v768 = *v767;
let v769 = u32(v768);
let v770 = v769 * v25;
let v771 = v732 % v25;
let v772 = v770 + v771;
*v1256 = v772;

} else {
let v773 = u32(8);
let v774 = v44 + v773;
let v778 = &(*v1318)[v774];
let v779 = *v778;
let v780 = u32(v779);
let v781 = v732 >= v780;
if v781 {
let v782 = false;
*v1257 = v782;
let v783 = u32(9);
let v784 = v44 + v783;
let v788 = &(*v1318)[v784];
let v789 = *v788;
let v790 = u32(v789);
let v791 = v790 + v732;
let v792 = v791 - v780;
*v1255 = v792;

} else {
let v793 = u32(6);
let v794 = v44 + v793;
let v798 = &(*v1318)[v794];
let v799 = *v798;
let v800 = u32(v799);
let v801 = u32(7);
let v802 = v44 + v801;
let v806 = &(*v1318)[v802];
let v807 = *v806;
let v808 = u32(v807);
let v809 = v732 % v808;
let v810 = v800 + v809;
*v1256 = v810;

}

}
let v811 = *v1257;
if v811 {
let v812 = *v1256;
let v813 = v26 + v812;
let v815 = v813 * v36;
let v816 = v815 + v46;
let v818 = v816 * v197;
let v819 = v818 + v730;
let v823 = &(*v1319)[v819];
let v824 = *v823;
var<function> v1258_store: vec4<f32>;
let v1258 = &v1258_store;
*v1258 = v208;
let v828 = v824[0];
let v831 = u32(65535);
let v832 = v828 & v831;
let v833 = u32(16);
let v834 = v832 << u32(v833);
let v835 = bitcast<f32>(v834);
let v836 = *v1258;
let v837 = vec4<f32>(v835, v836[1], v836[2], v836[3]);
*v1258 = v837;
let v840 = v828 >> u32(v833);
let v842 = v840 & v831;
let v844 = v842 << u32(v833);
let v845 = bitcast<f32>(v844);
let v846 = *v1258;
let v847 = vec4<f32>(v846[0], v845, v846[2], v846[3]);
*v1258 = v847;
let v848 = v824[1];
let v852 = v848 & v831;
let v854 = v852 << u32(v833);
let v855 = bitcast<f32>(v854);
let v856 = *v1258;
let v857 = vec4<f32>(v856[0], v856[1], v855, v856[3]);
*v1258 = v857;
let v860 = v848 >> u32(v833);
let v862 = v860 & v831;
let v864 = v862 << u32(v833);
let v865 = bitcast<f32>(v864);
let v866 = *v1258;
let v867 = vec4<f32>(v866[0], v866[1], v866[2], v865);
*v1258 = v867;
let v868 = *v1258;
*v1254 = v868;

} else {
let v869 = *v1255;
let v871 = v869 * v36;
let v872 = v871 + v46;
let v874 = v872 * v197;
let v875 = v874 + v730;
let v879 = &(*v1320)[v875];
let v880 = *v879;
var<function> v1259_store: vec4<f32>;
let v1259 = &v1259_store;
*v1259 = v208;
let v884 = v880[0];
let v885 = bitcast<u32>(v884);
let v886 = u32(32767);
let v887 = v885 + v886;
let v888 = u32(16);
let v889 = v885 >> u32(v888);
let v890 = u32(1);
let v891 = v889 & v890;
let v892 = v887 + v891;
let v894 = v892 >> u32(v888);
let v897 = u32(64);
let v898 = v889 | v897;
let v899 = u32(2147483647);
let v900 = v885 & v899;
let v901 = u32(2139095040);
let v902 = v900 > v901;
let v903 = select(v894, v898, v902);
let v905 = v903 << u32(v888);
let v906 = bitcast<f32>(v905);
let v907 = *v1259;
let v908 = vec4<f32>(v906, v907[1], v907[2], v907[3]);
*v1259 = v908;
let v909 = v880[1];
let v910 = bitcast<u32>(v909);
let v912 = v910 + v886;
let v914 = v910 >> u32(v888);
let v916 = v914 & v890;
let v917 = v912 + v916;
let v919 = v917 >> u32(v888);
let v923 = v914 | v897;
let v925 = v910 & v899;
let v927 = v925 > v901;
let v928 = select(v919, v923, v927);
let v930 = v928 << u32(v888);
let v931 = bitcast<f32>(v930);
let v932 = *v1259;
let v933 = vec4<f32>(v932[0], v931, v932[2], v932[3]);
*v1259 = v933;
let v934 = v880[2];
let v935 = bitcast<u32>(v934);
let v937 = v935 + v886;
let v939 = v935 >> u32(v888);
let v941 = v939 & v890;
let v942 = v937 + v941;
let v944 = v942 >> u32(v888);
let v948 = v939 | v897;
let v950 = v935 & v899;
let v952 = v950 > v901;
let v953 = select(v944, v948, v952);
let v955 = v953 << u32(v888);
let v956 = bitcast<f32>(v955);
let v957 = *v1259;
let v958 = vec4<f32>(v957[0], v957[1], v956, v957[3]);
*v1259 = v958;
let v959 = v880[3];
let v960 = bitcast<u32>(v959);
let v962 = v960 + v886;
let v964 = v960 >> u32(v888);
let v966 = v964 & v890;
let v967 = v962 + v966;
let v969 = v967 >> u32(v888);
let v973 = v964 | v897;
let v975 = v960 & v899;
let v977 = v975 > v901;
let v978 = select(v969, v973, v977);
let v980 = v978 << u32(v888);
let v981 = bitcast<f32>(v980);
let v982 = *v1259;
let v983 = vec4<f32>(v982[0], v982[1], v982[2], v981);
*v1259 = v983;
let v984 = *v1259;
*v1254 = v984;

}

}
let v985 = u32(17);
let v986 = v727 * v985;
let v987 = v986 + v730;
let v991 = &(*v1224)[v987];
let v992 = *v1254;
*v991 = v992;
let v993 = *v1252;
let v995 = v993 + v111;
*v1252 = v995;

}
workgroupBarrier();
var<function> v1260_store: u32;
let v1260 = &v1260_store;
*v1260 = v100;
loop {
let v997 = *v1260;
let v998 = v997 < v98;
if !v998 { break; }
let v1002 = *v1260;
let v1004 = &(*v1227)[v1002];
let v1005 = *v1004;
let v1010 = &(*v1228)[v1002];
let v1011 = *v1010;
let v1012 = v1005 * v1011;
var<function> v1262_store: f32;
let v1262 = &v1262_store;
*v1262 = v1012;
for(var v1017: u32 = v3; v1017 < v191; v1017 += v47) {
let v1019 = *v1260;
let v1021 = v1019 * v191;
let v1022 = v1021 + v1017;
let v1026 = &(*v1225)[v1022];
let v1027 = *v1026;
let v1028 = *v1262;
let v1029 = v1028 + v1027;
*v1262 = v1029;

}
let v1032 = *v1260;
let v1034 = &(*v1227)[v1032];
let v1035 = *v1262;
*v1034 = v1035;
let v1038 = v1032 + v111;
*v1260 = v1038;

}
let v1039 = v200 < v98;
if v1039 {
let v1043 = min(v200, v63);
let v1047 = &(*v1228)[v1043];
let v1048 = *v1047;
let v1049 = vec4<f32>(v1048);
let v1055 = *v213;
let v1056 = v1055 * v1049;
*v213 = v1056;
for(var v1060: u32 = v3; v1060 < v191; v1060 += v47) {
let v1062 = u32(17);
let v1063 = v1060 * v1062;
let v1064 = v1063 + v198;
let v1068 = &(*v1224)[v1064];
let v1069 = *v1068;
let v1075 = v1043 * v191;
let v1076 = v1075 + v1060;
let v1080 = &(*v1225)[v1076];
let v1081 = *v1080;
let v1082 = vec4<f32>(v1081);
let v1089 = *v213;
let v1316 = fma(v1069, v1082, v1089);
*v213 = v1316;

}

}
workgroupBarrier();
let v1091 = *v1234;
let v1093 = v1091 + v191;
*v1234 = v1093;

}
let v1096 = v200 < v98;
let v1097 = true;
var<function> v1265_store: bool;
let v1265 = &v1265_store;
if v1096 {
*v1265 = v1097;

} else {
let v1100 = false;
*v1265 = v1100;

}
let v1101 = *v1265;
if v1101 {
let v1103 = v200 / v36;
let v1105 = v1103 * v43;
let v1106 = v88 + v1105;
let v1108 = v1106 + v63;
let v1112 = &(*v1318)[v1108];
let v1113 = *v1112;
let v1114 = u32(v1113);
let v1115 = v1114 + v70;
let v1117 = v46 * v36;
let v1119 = v200 % v36;
let v1120 = v1117 + v1119;
let v1122 = v1115 * v43;
let v1123 = v1122 + v1120;
let v1124 = u32(66);
let v1125 = v1123 * v1124;
let v1131 = *v213;
let v1132 = v1131[0];
let v1134 = v198 * v43;
let v1135 = v1125 + v1134;
let v1141 = &(*v1317)[v1135];
*v1141 = v1132;
let v1148 = v1131[1];
let v1153 = v1135 + v47;
let v1157 = &(*v1317)[v1153];
*v1157 = v1148;
let v1164 = v1131[2];
let v1169 = v1135 + v36;
let v1173 = &(*v1317)[v1169];
*v1173 = v1164;
let v1180 = v1131[3];
let v1185 = v1135 + v63;
let v1189 = &(*v1317)[v1185];
*v1189 = v1180;
let v1191 = v198 == v3;
if v1191 {
let v1195 = &(*v1226)[v200];
let v1196 = *v1195;
let v1198 = v1125 + v103;
let v1202 = &(*v1317)[v1198];
*v1202 = v1196;
let v1206 = &(*v1227)[v200];
let v1207 = *v1206;
let v1211 = v1198 + v47;
let v1215 = &(*v1317)[v1211];
*v1215 = v1207;

}

}

}
return;

}
